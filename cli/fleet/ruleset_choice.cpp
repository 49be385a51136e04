#include "fleet/ruleset_choice.hpp"

#include "base/paths.hpp"
#include "fleet/spec_files.hpp"
#include "registry/load.hpp"

namespace tizza::fleet {

using spec::rulesets::LoadedRuleset;

RulesetChoice::RulesetChoice(const FileReader& files, const Environment& environment,
                             std::string named, std::string registry)
    : files_(files),
      environment_(environment),
      named_(std::move(named)),
      configured_registry_(std::move(registry)),
      nearest_(files, environment.working_directory(), environment.home()) {
  // As people name files of the working directory, although the config gives whole paths.
  const std::string here = environment.working_directory() + "/";
  if (named_.starts_with(here)) named_.erase(0, here.size());
}

std::vector<Diagnostic> RulesetChoice::assign(spec::Inputs& inputs) {
  // A ruleset that is named is looked at even where there is nothing to check with it.
  if (!named_.empty()) load(named_);
  for (spec::Input& input : inputs.files) {
    const std::string path = ruleset_of(input.path);
    LoadedRuleset* ruleset = path.empty() ? nullptr : load(path);
    if (ruleset != nullptr) input.rules = &ruleset->for_file(input.path);
  }
  return problems_.take();
}

std::string RulesetChoice::ruleset_of(const std::string& file) {
  if (!named_.empty()) return named_;
  if (const auto& nearest = nearest_.of(file)) return *nearest;
  return ruleset_of_tier(file);
}

LoadedRuleset* RulesetChoice::load(const std::string& path) {
  const auto [known, is_new] = loaded_.try_emplace(path);
  if (is_new) {
    known->second = LoadedRuleset::load(files_, path, environment_.working_directory(), problems_);
  }
  return known->second.get();
}

std::string RulesetChoice::ruleset_of_tier(const std::string& file) {
  open_registry();
  for (std::string folder = parent_path(normal_path(file));; folder = parent_path(folder)) {
    const auto found = by_folder_.find(folder.empty() ? "." : folder);
    if (found != by_folder_.end()) return found->second;
    if (folder.empty() || folder == "/") return {};
  }
}

void RulesetChoice::open_registry() {
  if (is_registry_opened_) return;
  is_registry_opened_ = true;
  const auto path = registry::find_registry(files_, environment_, configured_registry_);
  if (!path.ok()) return;
  const auto text = files_.read_file(*path);
  // A large registry is not read for nothing.
  if (!text.ok() || text->find("rulesets") == std::string::npos) return;
  auto opened = registry::load(files_, *path);
  if (!opened.ok()) return problems_.report(opened.error().diagnostic);
  registry_ = std::make_unique<registry::Registry>(*std::move(opened));
  const Node rulesets = registry_->settings()["rulesets"];
  for (const registry::Item& service : registry_->items(registry::Kind::kService)) {
    const Node ruleset = rulesets[service.text("tier")];
    const auto folder = service_folder(*registry_, service, files_);
    if (!ruleset || !folder) continue;
    const bool is_built_in = spec::rulesets::find_built_in(ruleset.text()) != nullptr;
    by_folder_[*folder] = is_built_in ? std::string(ruleset.text())
                                      : normal_path(join_path(registry_->folder(), ruleset.text()));
  }
}

}  // namespace tizza::fleet
