#include <algorithm>

#include "commands/all.hpp"
#include "commands/findings_verdict.hpp"
#include "commands/output.hpp"
#include "registry/checks.hpp"
#include "registry/load.hpp"

namespace tizza::commands {
namespace {

/// Findings that say "this could not be looked at", not "this is wrong".
bool is_unreadable(const Diagnostic& finding) {
  return finding.rule == "file" || finding.rule == "encoding";
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const std::string path,
            registry::find_registry(context.files, context.environment, context.registry));
  Findings findings;
  TIZZA_TRY(const registry::Registry registry, registry::load(context.files, path, findings));
  registry::check(registry, findings);
  registry::check_playbook_files(registry, context.files, findings);
  report::Report report;
  for (const DocumentPtr& document : registry.documents()) {
    report.documents.push_back(
        {document->path(), "registry", std::string(document->root()["apiVersion"].text())});
  }
  report.findings = findings.take();
  print_report(report, arguments, context);
  const auto& found = report.findings;
  if (std::any_of(found.begin(), found.end(), is_unreadable)) return Verdict::kCouldNotRun;
  return verdict_of(found);
}

}  // namespace

const CommandSpec& registry_check_command() {
  static const CommandSpec spec = {
      .path = "registry check",
      .summary = "check the registry and all that it includes",
      .description =
          "Fields and types, names, references to teams, people and services, files of playbooks, "
          "one writer for each table, one owner for each route, and that who holds an entity by "
          "id hears of its deletion. Exits 1 where an error was found.",
      .examples = {{"tizza registry check", "the nearest registry, here or above"},
                   {"tizza registry check --format json", "for other programs"}},
      .flags = {report_format_flag()},
      .needs = Needs::kRegistry,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
