#include "scaffold/whole.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "scaffold/add_ons.hpp"
#include "scaffold/answers_file.hpp"

namespace tizza::scaffold {
namespace {

/// Lives for one call of render_whole().
class WholeRenderer {
 public:
  WholeRenderer(const TemplateTree& tree, const Manifest& manifest, const Recorded& recorded,
                const WholeSources& sources)
      : tree_(tree), manifest_(manifest), recorded_(recorded), typed_(sources.typed) {
    renewal_.asker = sources.asker;
    renewal_.registry = sources.registry;
    renewal_.base.set("destination", recorded.destination);
    for (const auto& [name, answers] : recorded.add_ons.entries()) names_.emplace_back(name.text());
    if (!sources.added.empty()) names_.push_back(sources.added);
  }

  Result<Whole> run() {
    whole_.migration = migrations_since(manifest_, recorded_.version);
    TIZZA_CHECK(find_add_ons());
    // Only now what was typed is known to be for the template, or for nobody.
    std::vector<Value> typed;
    for (const AddOn& add_on : add_ons_) typed.push_back(take_typed(add_on.manifest, typed_));
    renewal_.typed = typed_;
    renewal_.renamed = whole_.migration.answers;
    TIZZA_TRY(whole_.answers, renew_answers(manifest_, recorded_.answers, renewal_));
    TIZZA_TRY(whole_.project, render_project(tree_, manifest_, whole_.answers.context));
    TIZZA_CHECK(note(manifest_, whole_.answers.context));
    for (size_t i = 0; i < add_ons_.size(); ++i) {
      TIZZA_CHECK(render(add_ons_[i], std::move(typed[i])));
    }
    return std::move(whole_);
  }

 private:
  Status find_add_ons() {
    const auto known = add_on_names(manifest_);
    Value::List present;
    for (const std::string& name : names_) {
      const bool is_gone = std::find(known.begin(), known.end(), name) == known.end();
      if (is_gone && recorded_.add_ons[name]) {
        whole_.migration.notes.push_back("template `" + manifest_.name + "` has no add-on `" +
                                         name + "` any more");
        continue;
      }
      TIZZA_TRY(AddOn add_on, read_add_on(tree_, manifest_, name));
      add_ons_.push_back(std::move(add_on));
      present.emplace_back(name);
    }
    renewal_.base.set("add_ons", std::move(present));
    return {};
  }

  Status render(const AddOn& add_on, Value typed) {
    Migration migration = migrations_since(add_on.manifest, recorded_.version);
    RenewalSources renewal = renewal_;
    renewal.typed = std::move(typed);
    renewal.base = whole_.answers.context;
    renewal.renamed = migration.answers;
    TIZZA_TRY(Answers answers,
              renew_answers(add_on.manifest, recorded_.add_ons[add_on.name], renewal));
    TIZZA_TRY(Project files, render_project(add_on.tree, add_on.manifest, answers.context));
    TIZZA_CHECK(add_files(add_on, std::move(files), whole_.project));
    TIZZA_CHECK(note(add_on.manifest, answers.context));
    whole_.migration.moves.insert(whole_.migration.moves.end(), migration.moves.begin(),
                                  migration.moves.end());
    whole_.migration.notes.insert(whole_.migration.notes.end(), migration.notes.begin(),
                                  migration.notes.end());
    whole_.add_ons.emplace_back(add_on.name, std::move(answers));
    return {};
  }

  /// What else a manifest says of the project.
  Status note(const Manifest& manifest, const Value& context) {
    whole_.markers.insert(whole_.markers.end(), manifest.markers.begin(), manifest.markers.end());
    for (const Node pattern : manifest.kept.items()) {
      TIZZA_TRY(std::string glob, expr::render(pattern, context, manifest.syntax));
      if (!glob.empty()) whole_.kept_globs.push_back(std::move(glob));
    }
    return {};
  }

  const TemplateTree& tree_;
  const Manifest& manifest_;
  const Recorded& recorded_;
  Value typed_;
  RenewalSources renewal_;
  std::vector<std::string> names_;  // of all add-ons that the project shall have
  std::vector<AddOn> add_ons_;
  Whole whole_;
};

}  // namespace

Result<Whole> render_whole(const TemplateTree& tree, const Manifest& manifest,
                           const Recorded& recorded, const WholeSources& sources) {
  return WholeRenderer(tree, manifest, recorded, sources).run();
}

std::optional<Project> render_recorded(const TemplateTree& tree, const Recorded& recorded,
                                       const registry::Registry* registry) {
  const auto manifest = read_manifest(tree);
  if (!manifest) return std::nullopt;
  auto whole = render_whole(tree, *manifest, recorded, {.registry = registry});
  return whole ? std::optional(std::move(whole->project)) : std::nullopt;
}

Value recorded_add_ons(const Whole& whole) {
  Value all;
  for (const auto& [name, answers] : whole.add_ons) all.set(name, recorded_answers(answers));
  return all;
}

}  // namespace tizza::scaffold
