#include "commands/drift_templates.hpp"

#include "base/paths.hpp"
#include "commands/template_argument.hpp"
#include "scaffold/whole.hpp"

namespace tizza::commands {
namespace {

/// What tells templates apart: a path in a record reads from the folder that holds the project.
std::string key_of(const std::string& source, const std::string& folder) {
  return source + "\n" + parent_path(folder);
}

}  // namespace

scaffold::DriftSources DriftTemplates::sources() {
  return {
      [this](const auto& recorded, const auto& folder) { return newest(recorded, folder); },
      [this](const auto& recorded, const auto& folder) { return as_recorded(recorded, folder); },
      registry_};
}

DriftTemplates::Known DriftTemplates::read_newest(const scaffold::Recorded& recorded,
                                                  const std::string& folder) {
  auto known = std::make_unique<scaffold::KnownTemplate>();
  const std::string source = wanted_source(recorded.source, {});
  TIZZA_TRY(known->tree, recorded_template(source, folder, registry_, is_offline_, context_));
  if (!known->tree.is_cookiecutter) {
    TIZZA_TRY(known->manifest, scaffold::read_manifest(known->tree));
  }
  known->versions = fetched_versions(source, context_);
  return known;
}

Result<const scaffold::KnownTemplate*> DriftTemplates::newest(const scaffold::Recorded& recorded,
                                                              const std::string& folder) {
  const std::lock_guard lock(mutex_);
  const std::string key = key_of(recorded.source, folder);
  auto found = newest_.find(key);
  if (found == newest_.end()) found = newest_.emplace(key, read_newest(recorded, folder)).first;
  if (!found->second) return found->second.error();
  return found->second->get();
}

std::optional<scaffold::Project> DriftTemplates::as_recorded(const scaffold::Recorded& recorded,
                                                             const std::string& folder) {
  if (recorded.commit.empty()) return std::nullopt;
  const scaffold::TemplateTree* tree = nullptr;
  {
    const std::lock_guard lock(mutex_);
    const std::string key = key_of(recorded.source + "#" + recorded.commit, folder);
    auto found = earlier_.find(key);
    if (found == earlier_.end()) {
      found = earlier_
                  .emplace(key,
                           template_as_recorded(recorded, folder, registry_, is_offline_, context_))
                  .first;
    }
    if (!found->second) return std::nullopt;
    tree = &*found->second;
  }
  return scaffold::render_recorded(*tree, recorded, registry_);
}

}  // namespace tizza::commands
