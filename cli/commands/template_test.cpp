#include <set>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/findings_verdict.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "commands/template_questions.hpp"
#include "commands/work_folder.hpp"
#include "scaffold/add_ons.hpp"
#include "scaffold/leftovers.hpp"
#include "scaffold/lint.hpp"
#include "scaffold/project_writer.hpp"
#include "scaffold/samples.hpp"
#include "scaffold/template_commands.hpp"

namespace tizza::commands {
namespace {

constexpr size_t kMostCombinations = 32;
constexpr size_t kShownLines = 15;

/// The same thing wrong in many combinations is one finding: the first.
class FirstOnly final : public Sink {
 public:
  void report(Diagnostic diagnostic) override {
    const auto place = diagnostic.at ? diagnostic.at.begin() : Position{};
    const std::string key = diagnostic.rule + "\n" + path_of(diagnostic) + "\n" +
                            std::to_string(place.line) + "\n" + diagnostic.message;
    if (known_.insert(key).second) findings_.report(std::move(diagnostic));
  }
  Findings& findings() { return findings_; }

 private:
  std::set<std::string> known_;
  Findings findings_;
};

Diagnostic failed_check(const scaffold::TemplateCommand& check, const ProcessResult& result,
                        const std::string& label) {
  Diagnostic finding;
  finding.rule = "check";
  finding.at = check.at;
  finding.message =
      "check `" + check.shown + "` ended with exit code " + std::to_string(result.exit_code);
  const std::string output = result.output + result.errors;
  auto lines = split_lines(output);
  if (lines.size() > kShownLines) lines.erase(lines.begin(), lines.end() - kShownLines);
  for (const auto line : lines) finding.notes.push_back({std::string(line), {}, {}});
  finding.help = "made with " + label;
  return finding;
}

/// Runs a template's own checks in a project that it made; stops at the first that fails.
Status run_checks(const scaffold::Manifest& manifest, const scaffold::Sample& sample,
                  const scaffold::Project& project, Sink& sink, Context& context) {
  TIZZA_TRY(const auto checks,
            scaffold::render_commands(manifest.checks, sample.answers.context, manifest.syntax));
  if (checks.empty()) return {};
  TIZZA_TRY(const WorkFolder folder, WorkFolder::make("template-test", context));
  TIZZA_CHECK(scaffold::write_project(context.files, folder.path(), project));
  for (const auto& check : checks) {
    ProcessRequest request;
    request.argv = check.argv;
    request.directory = folder.path();
    TIZZA_TRY(const ProcessResult result, context.processes.run(request));
    if (result.exit_code == 0) continue;
    sink.report(failed_check(check, result, sample.label));
    return {};
  }
  return {};
}

struct Tally {
  size_t combinations = 0;
  size_t refused = 0;
  bool had_checks = false;
};

/// Renders samples and looks at what came out; lives for one call of test_template().
class Tester {
 public:
  Tester(const Arguments& arguments, Sink& sink, Context& context)
      : tries_all_(arguments.has("all-combinations")),
        runs_checks_(!arguments.has("no-checks")),
        sink_(sink),
        context_(context) {}

  Result<Tally> run(const scaffold::TemplateTree& tree, const scaffold::Manifest& manifest,
                    scaffold::AnswerSources sources) {
    std::vector<scaffold::AddOn> add_ons;
    std::vector<Value> typed;  // what was given for each of them
    for (const std::string& name : scaffold::add_on_names(manifest)) {
      TIZZA_TRY(auto add_on, scaffold::read_add_on(tree, manifest, name));
      typed.push_back(scaffold::take_typed(add_on.manifest, sources.typed));
      add_ons.push_back(std::move(add_on));
    }
    TIZZA_TRY(const auto samples, read_samples(manifest, sources));
    for (const scaffold::Sample& sample : samples) {
      TIZZA_CHECK(look_at(manifest, sample,
                          scaffold::render_project(tree, manifest, sample.answers.context)));
    }
    for (size_t i = 0; i < add_ons.size(); ++i) {
      sources.base.set("add_ons", Value::List{Value(add_ons[i].name)});
      TIZZA_CHECK(run_add_on(tree, manifest, add_ons[i], sources, std::move(typed[i])));
    }
    return tally_;
  }

 private:
  Result<std::vector<scaffold::Sample>> read_samples(const scaffold::Manifest& manifest,
                                                     scaffold::AnswerSources sources) {
    TIZZA_TRY(auto samples, scaffold::sample_answers(manifest, std::move(sources),
                                                     tries_all_ ? 4096 : kMostCombinations));
    tally_.combinations += samples.list.size();
    tally_.refused += samples.refused;
    tally_.had_checks |= runs_checks_ && manifest.checks.is_sequence();
    return std::move(samples.list);
  }

  /// The add-on in all its variants, in what the template makes by its defaults.
  Status run_add_on(const scaffold::TemplateTree& tree, const scaffold::Manifest& manifest,
                    const scaffold::AddOn& add_on, const scaffold::AnswerSources& sources,
                    Value typed) {
    TIZZA_TRY(const auto around, scaffold::sample_answers(manifest, sources, 1));
    const Value& context = around.list.front().answers.context;
    TIZZA_TRY(const auto project, scaffold::render_project(tree, manifest, context));
    scaffold::AnswerSources own = sources;
    own.base = context;
    own.typed = std::move(typed);
    own.given = {};
    TIZZA_TRY(auto samples, read_samples(add_on.manifest, std::move(own)));
    for (scaffold::Sample& sample : samples) {
      sample.label = "add-on " + add_on.name + ", " + sample.label;
      auto made = scaffold::render_project(add_on.tree, add_on.manifest, sample.answers.context);
      if (made) {
        scaffold::Project whole = project;
        TIZZA_CHECK(scaffold::add_files(add_on, *std::move(made), whole));
        made = std::move(whole);
      }
      TIZZA_CHECK(look_at(add_on.manifest, sample, made));
    }
    return {};
  }

  Status look_at(const scaffold::Manifest& manifest, const scaffold::Sample& sample,
                 const Result<scaffold::Project>& project) {
    if (context_.interrupts.pending() != 0) {
      return failure("interrupted", "stopped", {}, Verdict::kInterrupted);
    }
    if (!project) {
      Diagnostic finding = project.error().diagnostic;
      finding.notes.push_back({"made with " + sample.label, {}, {}});
      sink_.report(std::move(finding));
      return {};
    }
    scaffold::find_leftovers(manifest, *project, sample.label, sink_);
    return runs_checks_ ? run_checks(manifest, sample, *project, sink_, context_) : Status();
  }

  bool tries_all_;
  bool runs_checks_;
  Sink& sink_;
  Context& context_;
  Tally tally_;
};

Result<Tally> test_template(const scaffold::TemplateTree& tree, const Arguments& arguments,
                            Sink& sink, Context& context) {
  TIZZA_TRY(const auto manifest, scaffold::read_manifest(tree));
  TIZZA_TRY(auto sources, read_answer_sources(manifest,
                                              {.data = arguments.all("data"),
                                               .answers_file = arguments.get("answers"),
                                               .take_defaults = true,
                                               .destination = "sample"},
                                              context));
  return Tester(arguments, sink, context).run(tree, manifest, std::move(sources));
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto tree,
            named_template(arguments.positional(0), arguments.has("offline"), context));
  FirstOnly sink;
  scaffold::lint(tree, sink);
  Tally tally;
  if (sink.findings().count(Severity::kError) == 0) {
    TIZZA_TRY(tally, test_template(tree, arguments, sink, context));
    context.terminal.err(
        counted(tally.combinations, "combination") + " of answers" +
        (tally.refused > 0 ? ", " + std::to_string(tally.refused) + " refused" : "") +
        (tally.had_checks ? ", with checks\n" : ", without checks\n"));
  }
  report::Report report;
  report.documents.push_back({tree.manifest->path(), "template", "tizza/v1"});
  for (const auto& file : tree.files) {
    report.documents.push_back({join_path(tree.folder, "files/" + file.path), "template", ""});
  }
  report.findings = sink.findings().take();
  print_report(report, arguments, context);
  return verdict_of(report.findings);
}

}  // namespace

const CommandSpec& template_test_command() {
  static const CommandSpec spec{
      .path = "template test",
      .summary = "render a template in all its variants and run its checks",
      .description =
          "Lints the template, then makes a project for every combination of what can be chosen, "
          "or "
          "where those are more than 32 for a set in which every two choices meet. In each it "
          "looks "
          "for what was not rendered and for data files that cannot be read, and runs the "
          "template's `checks` in a folder of its own. Each add-on is tried likewise, in a project "
          "by the defaults. A question without a default gets a value "
          "of its type, or what `-d` says.\n\n"
          "Checks run commands of the template: test what you trust, or give --no-checks.",
      .examples = {{"tizza template test ./our-template", "before it is tagged"},
                   {"tizza template test ./our-template -d ci=github --no-checks",
                    "render only, one choice settled"}},
      .positionals = {{"TEMPLATE", "a built-in name, a folder, or a name from the registry",
                       PositionalArity::kRequired, Completer::kTemplates}},
      .flags = {{.name = "data",
                 .letter = 'd',
                 .arity = FlagArity::kMany,
                 .value_name = "<key=value>",
                 .summary = "settle a question"},
                {.name = "answers",
                 .arity = FlagArity::kOne,
                 .value_name = "<file>",
                 .summary = "settle questions by a YAML or JSON file",
                 .completer = Completer::kFiles},
                {.name = "all-combinations", .summary = "try up to 4096 combinations, not a part"},
                {.name = "no-checks", .summary = "run none of the template's checks"},
                offline_flag(),
                report_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
