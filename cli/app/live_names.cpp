#include "app/live_names.hpp"

#include <algorithm>

#include "app/config_keys.hpp"
#include "app/config_setting.hpp"
#include "base/embedded.hpp"
#include "base/folders.hpp"
#include "base/paths.hpp"
#include "commands/optional_registry.hpp"
#include "commands/template_argument.hpp"
#include "playbook/run_store.hpp"
#include "registry/declared.hpp"
#include "registry/load.hpp"
#include "scaffold/add_ons.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/manifest.hpp"
#include "scaffold/recorded.hpp"
#include "spec/rules/rule_table.hpp"

namespace tizza::app {

using commands::Context;

namespace {

using Names = std::vector<std::string>;

void append(Names& names, Names more) {
  names.insert(names.end(), more.begin(), more.end());
}

Names registry_names(Context& context, std::initializer_list<registry::Kind> kinds) {
  // What can be read of a registry that has mistakes is better than nothing.
  Findings ignored;
  const auto path = registry::find_registry(context.files, context.environment, context.registry);
  if (!path) return {};
  const auto registry = registry::load(context.files, *path, ignored);
  if (!registry) return {};
  Names names;
  for (const registry::Kind kind : kinds) append(names, registry->names(kind));
  return names;
}

Names services(Context& context) {
  return registry_names(context, {registry::Kind::kService});
}

Names teams(Context& context) {
  return registry_names(context, {registry::Kind::kTeam});
}

Names packages(Context& context) {
  return registry_names(context, {registry::Kind::kPackage});
}

Names all_entries(Context& context) {
  return registry_names(context, {registry::Kind::kService, registry::Kind::kTeam,
                                  registry::Kind::kPerson, registry::Kind::kPackage});
}

/// `services/django-rest/tizza-template.yaml` is the template `django-rest`.
Names templates(Context& context) {
  Names names;
  for (const EmbeddedFile& file : embedded_templates()) {
    if (file_name(file.path) == "tizza-template.yaml") {
      names.push_back(file_name(parent_path(file.path)));
    }
  }
  append(names, registry_names(context, {registry::Kind::kTemplate}));
  return names;
}

void add_playbook(Names& names, const std::string& file) {
  constexpr std::string_view kEnding = ".yaml";
  if (file.ends_with(kEnding)) names.push_back(file.substr(0, file.size() - kEnding.size()));
}

Names playbooks(Context& context) {
  Names names;
  for (const EmbeddedFile& file : embedded_templates()) {
    if (parent_path(file.path) == "playbooks") add_playbook(names, file_name(file.path));
  }
  if (const auto entries = context.files.list("playbooks")) {
    for (const DirectoryEntry& entry : *entries) add_playbook(names, entry.name);
  }
  append(names, registry_names(context, {registry::Kind::kPlaybook}));
  return names;
}

/// Playbooks in the folder that a path as far as it is typed names.
Names playbook_files(std::string_view prefix, Context& context) {
  const std::string folder = parent_path(prefix);
  if (folder.empty()) return {};
  Names names;
  if (const auto entries = context.files.list(folder)) {
    for (const DirectoryEntry& entry : *entries) {
      if (entry.name.ends_with(".yaml")) names.push_back(join_path(folder, entry.name));
    }
  }
  return names;
}

/// Of any service: which one is meant is not known here.
Names environments(Context& context) {
  Findings ignored;
  const auto path = registry::find_registry(context.files, context.environment, context.registry);
  if (!path) return {};
  const auto registry = registry::load(context.files, *path, ignored);
  if (!registry) return {};
  Names names;
  for (const registry::Item& service : registry->items(registry::Kind::kService)) {
    for (const auto& [name, fields] : service.value["environments"].entries()) {
      names.emplace_back(name.text());
    }
  }
  return names;
}

/// What can stand in front of the `=` of `tizza registry set`, for any kind of entry.
Names registry_fields(Context&) {
  Names names;
  for (const registry::KindInfo& kind : registry::kinds()) {
    for (const std::string& field : registry::Declared::entry(kind.kind).fields()) {
      names.push_back(field + "=");
    }
  }
  return names;
}

Names runs(Context& context) {
  const playbook::RunStore store(context.files, state_folder(context.environment));
  const auto found = store.list();
  if (!found) return {};
  Names names;
  for (const playbook::RunSummary& run : *found) names.push_back(run.id);
  return names;
}

Names tags(Context& context) {
  const auto repository = context.git.open(context.environment.working_directory());
  if (!repository) return {};
  const auto found = (*repository)->tags();
  if (!found) return {};
  Names names;
  for (const GitTag& tag : *found) names.push_back(tag.name);
  return names;
}

Names rules(Context&) {
  Names names;
  for (const spec::Rule* rule : spec::all_rules()) names.emplace_back(rule->id);
  return names;
}

/// What the key that stands on the line may be set to.
Names config_values(const Names& words, Context&) {
  for (const std::string& word : words) {
    const ConfigKey* key = find_config_key(word);
    if (key == nullptr) continue;
    if (key->kind == ConfigKind::kSwitch) return {"true", "false"};
    const auto* flag = flag_of_key(key->key);
    if (flag != nullptr) return {flag->choices.begin(), flag->choices.end()};
  }
  return {};
}

/// What can stand in front of the `=` of `tizza new TEMPLATE -d`.
Names questions(const Names& words, Context& context) {
  const Names known = templates(context);
  for (const std::string& word : words) {
    if (std::ranges::find(known, word) == known.end()) continue;
    const auto tree = commands::named_template(word, true, context);
    if (!tree) return {};
    const auto manifest = scaffold::read_manifest(*tree);
    if (!manifest) return {};
    Names names;
    for (const scaffold::Question& question : manifest->questions)
      names.push_back(question.id + "=");
    return names;
  }
  return {};
}

/// What the project in a folder on the line, else the one here, can still get.
Names add_ons(const Names& words, Context& context) {
  std::string folder = ".";
  for (const std::string& word : words) {
    if (context.files.exists(join_path(word, scaffold::kAnswersFile))) folder = word;
  }
  const std::string path = join_path(folder, scaffold::kAnswersFile);
  auto text = context.files.read_file(path);
  if (!text) return {};
  const auto recorded = scaffold::read_recorded(std::make_shared<Source>(path, *std::move(text)));
  const auto registry = commands::open_registry_if_any(context);
  if (!recorded || !registry) return {};
  const auto tree = commands::template_as_recorded(
      *recorded, folder, *registry ? &**registry : nullptr, true, context);
  if (!tree) return {};
  const auto manifest = scaffold::read_manifest(*tree);
  if (!manifest) return {};
  Names names = scaffold::add_on_names(*manifest);
  std::erase_if(names, [&](const std::string& name) { return bool(recorded->add_ons[name]); });
  return names;
}

struct Provider {
  std::string_view kind;
  Names (*names)(Context&);
};

/// What depends on the words before it.
struct WordProvider {
  std::string_view kind;
  Names (*names)(const Names& words, Context&);
};

constexpr WordProvider kWordProviders[] = {
    {"config-values", config_values},
    {"questions", questions},
    {"add-ons", add_ons},
};

constexpr Provider kProviders[] = {
    {"services", services},
    {"teams", teams},
    {"packages", packages},
    {"templates", templates},
    {"playbooks", playbooks},
    {"rules", rules},
    {"tags", tags},
    {"registry-names", all_entries},
    {"runs", runs},
    {"registry-fields", registry_fields},
    {"environments", environments},
};

}  // namespace

Names live_names(std::string_view kind, std::string_view prefix, const Names& words,
                 Context& context) {
  Names names;
  for (const Provider& provider : kProviders) {
    if (provider.kind == kind) names = provider.names(context);
  }
  for (const WordProvider& provider : kWordProviders) {
    if (provider.kind == kind) names = provider.names(words, context);
  }
  if (kind == "playbooks") append(names, playbook_files(prefix, context));
  std::erase_if(names, [&](const std::string& name) { return !name.starts_with(prefix); });
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace tizza::app
