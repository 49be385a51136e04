#include "spec/validate.hpp"

#include <algorithm>
#include <charconv>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/descriptions.hpp"
#include "commands/output.hpp"
#include "commands/standard_input.hpp"
#include "commands/validate_adoption.hpp"
#include "fleet/registrations.hpp"
#include "fleet/ruleset_choice.hpp"
#include "registry/load.hpp"

namespace tizza::commands {
namespace {

struct Options {
  std::vector<std::string> paths;
  bool is_all = false;     ///< Every description that the registry names.
  std::string stdin_path;  ///< What `-` is shown as, and relative to what it refers.
  size_t most_findings = 0;
  std::optional<Severity> fail_on;  ///< None: findings never fail.
  std::string ruleset;  ///< A file or one of ours; empty for what belongs to each description.
  bool shows_fingerprints = false;
  AdoptionOptions adoption;
};

Result<size_t> read_count(const std::string& text) {
  size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size()) {
    return failure("usage", "`--max-problems` must be a whole number, not `" + text + "`",
                   "0 shows all findings");
  }
  return count;
}

std::optional<Severity> read_severity(const std::string& text) {
  for (const Severity severity :
       {Severity::kError, Severity::kWarn, Severity::kInfo, Severity::kHint}) {
    if (to_string(severity) == text) return severity;
  }
  return std::nullopt;
}

Result<Options> read_options(const Arguments& arguments, const Context& context) {
  Options options;
  options.paths = arguments.positionals();
  options.is_all = arguments.has("all");
  if (options.is_all && !options.paths.empty()) {
    return failure("usage", "`--all` takes no paths", "leave out `" + options.paths[0] + "`");
  }
  if (options.paths.empty() && !options.is_all) options.paths.emplace_back(".");
  options.stdin_path = arguments.has("stdin-filepath")
                           ? normal_path(arguments.get("stdin-filepath"))
                           : std::string("<stdin>");
  const bool reads_input = std::ranges::find(options.paths, "-") != options.paths.end();
  if (arguments.has("stdin-filepath") && !reads_input) {
    return failure("usage", "`--stdin-filepath` says what `-` stands for, which is not given",
                   "give `-` to read standard input");
  }
  TIZZA_TRY(options.most_findings, read_count(arguments.get("max-problems")));
  options.fail_on = read_severity(arguments.get("fail-on"));
  options.ruleset = arguments.get("ruleset");
  TIZZA_CHECK(check_outputs(arguments, context));
  options.shows_fingerprints = needs_fingerprints(arguments);
  TIZZA_TRY(options.adoption, read_adoption(arguments, context));
  return options;
}

/// The inputs, standard input among them where `-` asks for it.
Result<spec::Inputs> gather(const Options& options, std::optional<spec::TextInput>& text,
                            Context& context) {
  if (options.is_all) return fleet_descriptions(context);
  std::vector<std::string> paths;
  for (const auto& path : options.paths) {
    if (path != "-") paths.push_back(path);
  }
  for (const auto& path : paths) tell_of_pipe(path, context);
  spec::Inputs inputs = spec::find_inputs(context.files, paths);
  if (paths.size() == options.paths.size()) return inputs;
  TIZZA_TRY(std::string input, read_standard_input(context));
  text = spec::TextInput{options.stdin_path, std::move(input)};
  inputs.files.insert(inputs.files.begin(), {options.stdin_path, true});
  return inputs;
}

bool asks_for_owners(const spec::Inputs& inputs) {
  return std::ranges::any_of(inputs.files, [](const spec::Input& input) {
    return input.rules && std::ranges::any_of(*input.rules, [](const spec::ActiveRule& active) {
             return active.rule && active.rule->set == spec::RuleSet::kTizzaOwnership;
           });
  });
}

/// Looks the inputs up in the registry, where a rule is on that compares them with it.
Status add_registrations(spec::Inputs& inputs, spec::Registrations& known, Context& context) {
  static const spec::Registration kUnknown;
  if (!asks_for_owners(inputs)) return {};
  TIZZA_TRY(const registry::Registry registry,
            registry::open(context.files, context.environment, context.registry));
  known = fleet::registrations(registry, context.files);
  for (spec::Input& input : inputs.files) {
    const auto found = known.find(normal_path(input.path));
    input.registration = found == known.end() ? &kUnknown : &found->second;
  }
  return {};
}

Verdict verdict_of(const report::Report& report, const Options& options) {
  // Findings of the registry's entries alone say nothing of any description.
  if (!report.errors.empty() || report.documents.empty()) return Verdict::kCouldNotRun;
  if (!options.fail_on) return Verdict::kDone;
  const auto counts = report::count_by_severity(report);
  for (size_t i = 0; i <= static_cast<size_t>(*options.fail_on); ++i) {
    if (counts[i] > 0) return Verdict::kNegative;
  }
  return Verdict::kDone;
}

/// What is found, mended before and without what is known where that is asked for.
Result<report::Report> check(const Options& options, const spec::Inputs& inputs,
                             const std::optional<spec::TextInput>& text, spec::RemoteFiles* remote,
                             Adoption& adoption) {
  spec::ValidateOptions settings;
  settings.most_findings = options.adoption.needs_all() ? 0 : options.most_findings;
  settings.fingerprints = options.adoption.needs_all() || options.shows_fingerprints;
  settings.file_name = [&](const std::string& path) { return adoption.file_name(path); };
  settings.remote = remote;
  return adoption.run([&](const FileReader& files) {
    return spec::validate(inputs, text, files, spec::recommended_rules(), settings);
  });
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const Options options, read_options(arguments, context));
  std::optional<spec::TextInput> text;
  TIZZA_TRY(spec::Inputs inputs, gather(options, text, context));
  fleet::RulesetChoice choice(context.files, context.environment, options.ruleset,
                              context.registry);
  auto problems = choice.assign(inputs);
  if (!problems.empty()) {
    report::Report unusable;
    unusable.errors = std::move(problems);
    print_report(unusable, arguments, context);
    return Verdict::kCouldNotRun;
  }
  spec::Registrations registrations;
  TIZZA_CHECK(add_registrations(inputs, registrations, context));
  TIZZA_TRY(Adoption adoption, Adoption::open(options.adoption, spec::rules_of(inputs), context));
  TIZZA_TRY(const auto remote, remote_files(arguments, context));
  TIZZA_TRY(report::Report report, check(options, inputs, text, remote.get(), adoption));
  if (report.documents.empty() && report.errors.empty() && report.findings.empty()) {
    return failure(
        "no-input",
        "no API description in " + (options.is_all ? "the registry" : quoted_list(options.paths)),
        "name a file whose root has the field `swagger`, `openapi` or `asyncapi`");
  }
  if (options.adoption.updates_baseline && report.errors.empty()) {
    TIZZA_CHECK(adoption.update(report));
    return Verdict::kDone;
  }
  spec::limit_findings(report, options.most_findings);
  report.fail_on = options.fail_on;
  TIZZA_CHECK(write_reports(report, arguments, context));
  // The diff alone is the answer of a dry run.
  if (!options.adoption.is_dry_run) print_report(report, arguments, context);
  return verdict_of(report, options);
}

std::vector<FlagSpec> flags() {
  std::vector<FlagSpec> flags = {
      report_format_flag(),
      {.name = "all", .summary = "every description that the registry names"},
      {.name = "fail-on",
       .arity = FlagArity::kOne,
       .value_name = "<severity>",
       .summary = "the weakest severity that makes the exit code 1",
       .default_value = "error",
       .env = "TIZZA_FAIL_ON",
       .config_key = "validate.fail-on",
       .choices = {"error", "warn", "info", "hint", "none"}},
      {.name = "ruleset",
       .arity = FlagArity::kOne,
       .value_name = "<file>",
       .summary = "the rules: a ruleset file or one such as `spectral:oas`",
       .env = "TIZZA_RULESET",
       .config_key = "validate.ruleset",
       .completer = Completer::kFiles},
      {.name = "stdin-filepath",
       .arity = FlagArity::kOne,
       .value_name = "<path>",
       .summary = "the file that `-` stands for",
       .completer = Completer::kFiles},
      {.name = "max-problems",
       .arity = FlagArity::kOne,
       .value_name = "<count>",
       .summary = "how many findings are shown; 0 for all",
       .default_value = "10000",
       .config_key = "validate.max-problems"}};
  for (FlagSpec& flag : remote_flags()) flags.push_back(std::move(flag));
  flags.push_back(output_flag());
  for (FlagSpec& flag : adoption_flags()) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

const CommandSpec& validate_command() {
  static const CommandSpec command = {
      .path = "validate",
      .summary = "check API descriptions: Swagger 2.0, OpenAPI 3, AsyncAPI 2 and 3",
      .description =
          "Checks the structure of each description, what it refers to, and the rules of its "
          "ruleset: --ruleset, else the nearest `.spectral.yaml`, else the one that the registry "
          "has for the tier of its service, else `tizza:recommended`. A folder is searched for "
          "files whose root names a format. "
          "References to local files are followed, to URLs only with --allow-remote. Exit codes: 0 "
          "nothing found, 1 findings at or above --fail-on (broken YAML or JSON is an error among "
          "them), 2 a file that cannot be read or is of no known format.",
      .examples = {{"tizza validate api/swagger.yaml", "one file and what it refers to"},
                   {"tizza validate api/ --fail-on warn", "every description below a folder"},
                   {"tizza validate --all", "every description of the fleet"},
                   {"tizza validate - < swagger.yaml", "standard input"},
                   {"tizza validate --changed-since main...", "only what this branch changed"},
                   {"tizza validate --fix --dry-run", "the changes that would mend findings"},
                   {"tizza validate . -o findings.sarif -o junit=tests.xml",
                    "and keep the findings"}},
      .positionals = {{"PATH", "files, folders, glob patterns or `-` (default: this folder)",
                       PositionalArity::kMany, Completer::kFiles}},
      .flags = flags(),
      .needs = Needs::kNothing,
      .changes = Changes::kLocal,
      .run = run,
  };
  return command;
}

}  // namespace tizza::commands
