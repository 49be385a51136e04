#include "base/paths.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/findings_verdict.hpp"
#include "commands/output.hpp"
#include "commands/template_argument.hpp"
#include "scaffold/lint.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  report::Report report;
  Findings findings;
  for (const std::string& name : arguments.positionals()) {
    TIZZA_TRY(const auto tree, named_template(name, arguments.has("offline"), context));
    report.documents.push_back({tree.manifest->path(), "template", "tizza/v1"});
    for (const auto& file : tree.files) {
      report.documents.push_back({join_path(tree.folder, "files/" + file.path), "template", ""});
    }
    scaffold::lint(tree, findings);
  }
  report.findings = findings.take();
  print_report(report, arguments, context);
  return verdict_of(report.findings);
}

}  // namespace

const CommandSpec& template_lint_command() {
  static const CommandSpec spec{
      .path = "template lint",
      .summary = "check templates without rendering them",
      .description =
          "Checks the manifest, the syntax of every file and path, and that each name they use is "
          "asked for or computed.",
      .examples = {{"tizza template lint ./our-template", "before it is tagged"}},
      .positionals = {{"TEMPLATE", "built-in names, folders, or names from the registry",
                       PositionalArity::kAtLeastOne, Completer::kTemplates}},
      .flags = {offline_flag(), report_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
