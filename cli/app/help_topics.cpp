#include "app/help_topics.hpp"

#include <map>

#include "app/command_table.hpp"
#include "app/exit_code.hpp"
#include "app/file_topics.hpp"
#include "app/flags.hpp"
#include "base/strings.hpp"
#include "report/style.hpp"

namespace tizza::app {

using report::Term;

namespace {

std::vector<Term> exit_code_terms() {
  std::vector<Term> terms;
  for (const ExitCode& code : exit_codes()) {
    terms.push_back({std::to_string(code.number), std::string(code.meaning)});
  }
  return terms;
}

/// The variables that flags read, each with the flag, then those that are nobody's flag.
std::vector<Term> environment_terms() {
  std::map<std::string, std::string> flags;
  for (const auto* flag : FlagSet::everywhere()) {
    if (!flag->env.empty()) flags[std::string(flag->env)] = "--" + std::string(flag->name);
  }
  std::vector<Term> terms;
  for (const auto& [name, flag] : flags) terms.push_back({name, "like `" + flag + "`"});
  terms.push_back({"NO_COLOR", "no colour where it is not empty, unless --color is given"});
  terms.push_back({"CLICOLOR_FORCE", "colour even where the output is no terminal"});
  terms.push_back({"TERM", "no colour where it is `dumb`"});
  terms.push_back({"XDG_CONFIG_HOME", "folder of tizza/config.yaml; default ~/.config"});
  terms.push_back({"XDG_STATE_HOME", "folder of tizza/: journals and locks; ~/.local/state"});
  terms.push_back({"XDG_CACHE_HOME", "folder of tizza/: what can be fetched again; ~/.cache"});
  return terms;
}

/// Which commands know which value of --format.
std::vector<Term> format_terms() {
  std::map<std::string, std::vector<std::string>> commands;
  for (const auto* command : command_table()) {
    if (command->is_hidden) continue;
    for (const auto& flag : command->flags) {
      if (flag.name != "format") continue;
      for (const auto choice : flag.choices) {
        commands[std::string(choice)].emplace_back(command->path);
      }
    }
  }
  std::vector<Term> terms;
  for (const auto& [format, paths] : commands) terms.push_back({format, join(paths, ", ")});
  return terms;
}

/// What a rule of a ruleset can ask for.
std::vector<Term> function_terms() {
  return {
      {"truthy, falsy", "the value is there and neither empty, null, 0 nor false; or it is not"},
      {"defined, undefined", "the value is there, whatever it is; or it is not"},
      {"pattern", "match, notMatch: a text fits a pattern, `/x/i` with flags"},
      {"casing", "type: flat, camel, pascal, kebab, cobol, snake or macro; separator"},
      {"length", "min, max: of a text, list or mapping, or the value of a number"},
      {"enumeration", "values: the value is one of them"},
      {"alphabetical", "keyedBy: the names or items are in order"},
      {"schema", "schema, dialect, allErrors: the value is valid by a JSON Schema"},
      {"typedEnum", "the values of `enum` are of the `type`"},
      {"or, xor", "properties: at least one of them is there; exactly one"},
      {"unreferencedReusableObject", "reusableObjectsLocation: something refers to each member"},
  };
}

struct Topic {
  std::string_view name;
  std::string_view summary;
  std::string_view text;
  std::vector<Term> (*terms)();
};

constexpr Topic kTopics[] = {
    {"exit-codes", "what the exit code says",
     "A `no` and an `I could not find out` never share a code.", exit_code_terms},
    {"environment", "variables that are read",
     "A flag counts before its variable, a variable before the project's `tizza.yaml`, that "
     "before the user's `config.yaml`. `tizza config list --show-origin` shows what holds.",
     environment_terms},
    {"formats", "what --format offers where",
     "`--json` is short for `--format json`. Its keys keep their order; `schema_version` rises "
     "when "
     "a key changes its meaning. Errors are JSON too, under `errors`.",
     format_terms},
    {"registry-file", "the fields of tizza-registry.yaml",
     "`tizza registry init` begins one, `tizza registry check` checks it. Entries may stand in "
     "further files that `include` names. Fields that start with `x-` are yours.",
     [] { return file_terms("registry"); }},
    {"playbook-file", "the fields of a playbook",
     "A YAML file in `playbooks/` of a service, or one that the registry names; `tizza playbook "
     "lint` checks it. Texts are Jinja2 templates over the inputs, `service`, `environment`, "
     "`operator` and what steps captured; what they put into commands is quoted for the shell.",
     [] { return file_terms("playbook"); }},
    {"scenario-file", "the fields of a scenario",
     "How the steps of a playbook end in `tizza playbook practice --scenario FILE`.",
     [] { return file_terms("scenario"); }},
    {"template-file", "the fields of tizza-template.yaml",
     "It stands in the folder of a template, beside the files to render in `files/`. Their paths "
     "and texts are Jinja2 templates over the answers; `tizza template lint` checks all of it.",
     [] { return file_terms("template"); }},
    {"config-file", "the fields of tizza.yaml and config.yaml",
     "`tizza.yaml` holds what counts in a project, `config.yaml` in XDG_CONFIG_HOME/tizza what "
     "counts for you. `tizza config set` writes them, `tizza config list` shows what holds.",
     [] { return file_terms("config"); }},
    {"baseline-file", "the fields of .tizza-baseline.yaml",
     "Findings of `tizza validate` that are known and do not count, each with its reason. `tizza "
     "validate --update-baseline --reason TEXT` adds what is found and takes out what is fixed.",
     [] { return file_terms("baseline"); }},
    {"rulesets", "which rules check API descriptions, and rules of one's own",
     "A ruleset is a YAML or JSON file in Spectral's format: `extends` (files, `spectral:oas`, "
     "`spectral:asyncapi`, `tizza:core`, `tizza:rest`, `tizza:events`, `tizza:owasp`, "
     "`tizza:ownership`, `tizza:recommended`), `rules`, `overrides`, `aliases`, `formats`. "
     "`--ruleset` names it; else the nearest `.spectral.yaml` counts, else the one that the "
     "registry has for the tier of the service, else `tizza:recommended`. A rule looks at the "
     "places of a JSONPath (`given`) and applies functions to them (`then`); functions in "
     "JavaScript are not run. The functions and their options:",
     function_terms},
};

}  // namespace

std::optional<std::string> topic_page(std::string_view name, const HelpOptions& options) {
  for (const Topic& topic : kTopics) {
    if (topic.name != name) continue;
    std::string page = std::string(topic.name) + ": " + std::string(topic.summary) + "\n\n";
    for (const std::string& line : report::wrap(topic.text, options.width)) page += line + "\n";
    return page + "\n" + report::term_list(topic.terms(), options.width, options.colour);
  }
  return std::nullopt;
}

std::vector<std::string> topic_names() {
  std::vector<std::string> names;
  for (const Topic& topic : kTopics) names.emplace_back(topic.name);
  return names;
}

std::vector<Term> topic_terms() {
  std::vector<Term> terms;
  for (const Topic& topic : kTopics) {
    terms.push_back({"tizza help " + std::string(topic.name), std::string(topic.summary)});
  }
  return terms;
}

}  // namespace tizza::app
