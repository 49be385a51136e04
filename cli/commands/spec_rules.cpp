#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/output.hpp"
#include "report/style.hpp"
#include "spec/rule_example.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/rulesets/built_in.hpp"
#include "spec/rulesets/loaded_ruleset.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

std::string severity_name(std::optional<Severity> severity) {
  return severity ? std::string(to_string(*severity)) : std::string("off");
}

/// `Swagger 2.0`, `AsyncAPI 2.0.0-rc1 to 2.6.0`; several formats joined by commas.
std::string formats_of(const spec::Rule& rule) {
  std::vector<std::string> formats;
  for (const spec::FamilyInfo& family : spec::all_families()) {
    std::string_view first, last;
    for (const spec::VersionInfo& version : spec::all_versions()) {
      if (version.family != family.family || !rule.versions.has(version.version)) continue;
      if (first.empty()) first = version.number;
      last = version.number;
    }
    if (first.empty()) continue;
    std::string text = std::string(family.title) + " " + std::string(first);
    if (first != last) text += " to " + std::string(last);
    formats.push_back(std::move(text));
  }
  return join(formats, ", ");
}

Value as_value(const spec::Rule& rule) {
  Value value;
  value.set("id", rule.id);
  value.set("set", spec::rulesets::name_of(rule.set));
  value.set("severity", severity_name(rule.severity));
  value.set("opt_in", rule.is_opt_in);
  value.set("recommended", severity_name(rule.recommended));
  value.set("formats", formats_of(rule));
  value.set("summary", rule.summary);
  value.set("rationale", rule.rationale);
  value.set("bad", spec::read_example(rule.bad).text);
  value.set("good", rule.good);
  if (!rule.fix.empty()) value.set("fix", rule.fix);
  return value;
}

void print_json(Value::List rules, Context& context) {
  Value envelope;
  envelope.set("schema_version", 1);
  envelope.set("rules", std::move(rules));
  context.terminal.out(write_json(envelope) + "\n");
}

/// The set of a rule and what it says there: `spectral:oas, warn, only where all of it is taken`.
std::string set_of(const spec::Rule& rule) {
  std::string text(spec::rulesets::name_of(rule.set));
  text += ", " + severity_name(rule.severity);
  if (rule.is_opt_in) text += ", only where all of it is taken";
  if (rule.set == spec::RuleSet::kTizzaOwnership) text += ", needs a registry";
  return text;
}

/// A ruleset that changes nothing but this rule.
std::string how_to_switch(const spec::Rule& rule) {
  const std::string set(spec::rulesets::name_of(rule.set));
  const std::string extends =
      rule.recommended ? "tizza:recommended" : "[[" + set + ", off], tizza:recommended]";
  return "# .spectral.yaml\nextends: " + extends + "\nrules:\n  " + std::string(rule.id) + ": " +
         (rule.recommended ? std::string("off") : severity_name(rule.severity)) + "\n";
}

void print_page(const spec::Rule& rule, Context& context) {
  const bool colour = context.presentation.colour_out;
  const auto heading = [&](std::string_view text) {
    return report::styled(std::string(text), report::Style::kHeading, colour);
  };
  std::string page = heading(rule.id) + ": " + std::string(rule.summary) + "\n\n" +
                     std::string(rule.rationale) + "\n\n";
  page += "default: " + severity_name(rule.recommended) + "\n";
  page += "set:     " + set_of(rule) + "\n";
  page += "formats: " + formats_of(rule) + "\n";
  if (!rule.fix.empty()) page += "--fix:   " + std::string(rule.fix) + "\n";
  page += "\n";
  const auto example = [&](std::string_view title, std::string_view text) {
    page += heading(title) + "\n";
    for (const auto line : split_lines(text)) page += "  " + std::string(line) + "\n";
  };
  example("bad", rule.bad);
  example("good", rule.good);
  example(rule.recommended ? "to switch it off" : "to switch it on", how_to_switch(rule));
  context.terminal.out(page);
}

Result<const spec::Rule*> find(const std::string& id) {
  if (const spec::Rule* rule = spec::find_rule(id)) return rule;
  std::vector<std::string> ids;
  for (const spec::Rule* rule : spec::all_rules()) ids.emplace_back(rule->id);
  const std::string near = near_names_help(id, ids);
  return failure("unknown-rule", "there is no rule `" + id + "`",
                 near.empty() ? "`tizza spec rules` lists them all" : near);
}

/// Says all that is wrong with a ruleset.
Verdict refuse(std::vector<Diagnostic> problems, const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    report::Report unusable;
    unusable.errors = std::move(problems);
    context.terminal.out(report::render_json(unusable));
  } else {
    for (const Diagnostic& problem : problems) print_warning(problem, context);
  }
  return Verdict::kCouldNotRun;
}

/// The rules that a ruleset knows, and where it is said whether each is on.
Result<Verdict> print_ruleset(const Arguments& arguments, Context& context) {
  Findings problems;
  const auto ruleset = spec::rulesets::LoadedRuleset::load(
      context.files, arguments.get("ruleset"), context.environment.working_directory(), problems);
  if (!ruleset) return refuse(problems.take(), arguments, context);
  Value::List list;
  report::Table table({"RULE", "SEVERITY", "SAID IN", "WHAT HOLDS"});
  for (const auto& [id, state] : ruleset->states()) {
    const std::string severity =
        severity_name(state.is_on ? std::optional(state.severity) : std::nullopt);
    Value value;
    value.set("id", id);
    value.set("severity", severity);
    value.set("said_in", state.said_in);
    value.set("formats", formats_of(*state.rule));
    value.set("summary", state.rule->summary);
    list.push_back(std::move(value));
    table.add({id, severity, state.said_in, state.rule->summary});
  }
  if (wants_json(arguments)) {
    print_json(std::move(list), context);
  } else {
    context.terminal.out(table.render(table_options(context)));
  }
  return Verdict::kDone;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string id = arguments.positional(0);
  if (arguments.has("ruleset")) {
    if (id.empty()) return print_ruleset(arguments, context);
    return failure("usage", "`--ruleset` takes no rule", "leave out `" + id + "`");
  }
  if (!id.empty()) {
    TIZZA_TRY(const spec::Rule* rule, find(id));
    if (wants_json(arguments)) {
      print_json({as_value(*rule)}, context);
    } else {
      print_page(*rule, context);
    }
    return Verdict::kDone;
  }
  Value::List list;
  report::Table table({"RULE", "SEVERITY", "FORMATS", "WHAT HOLDS"});
  for (const spec::Rule* rule : spec::all_rules()) {
    list.push_back(as_value(*rule));
    table.add({rule->id, severity_name(rule->recommended), formats_of(*rule), rule->summary});
  }
  if (wants_json(arguments)) {
    print_json(std::move(list), context);
  } else {
    context.terminal.out(table.render(table_options(context)));
  }
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& spec_rules_command() {
  static const CommandSpec command = {
      .path = "spec rules",
      .summary = "list the rules of validate, or explain one",
      .description =
          "Without a rule: all of them with their severity in `tizza:recommended`. "
          "With one: why it is there, a bad and a good example. With --ruleset: the rules that a "
          "ruleset knows, how much each weighs there, and which line says so.",
      .examples = {{"tizza spec rules", "the table"},
                   {"tizza spec rules path-params", "one rule in full"},
                   {"tizza spec rules --ruleset .spectral.yaml",
                    "what a ruleset turns on, and where it says so"}},
      .positionals = {{"RULE", "the id of a rule", PositionalArity::kOptional, Completer::kRules}},
      .flags = {list_format_flag(),
                {.name = "ruleset",
                 .arity = FlagArity::kOne,
                 .value_name = "<file>",
                 .summary = "the rules of a ruleset instead of all",
                 .completer = Completer::kFiles}},
      .needs = Needs::kNothing,
      .changes = Changes::kNothing,
      .run = run,
  };
  return command;
}

}  // namespace tizza::commands
