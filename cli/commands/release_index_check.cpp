#include "commands/all.hpp"
#include "commands/findings_verdict.hpp"
#include "commands/output.hpp"
#include "commands/release_index.hpp"
#include "release/index/check.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  std::string folder = arguments.positional(0);
  if (folder.empty()) {
    TIZZA_TRY(folder, index_folder(arguments, context.files));
  }
  TIZZA_CHECK(check_outputs(arguments, context));
  TIZZA_TRY(auto checked, release::check_index(context.files, context.archives, folder));
  report::Report report;
  for (const std::string& page : checked.pages) {
    report.documents.push_back({page, "package index", "1.0"});
  }
  report.files = checked.pages;
  report.findings = std::move(checked.findings);
  print_report(report, arguments, context);
  TIZZA_CHECK(write_reports(report, arguments, context));
  return verdict_of(report.findings);
}

}  // namespace

const CommandSpec& release_index_check_command() {
  static const CommandSpec kSpec = {
      .path = "release index check",
      .summary = "compare a package index with the files that it links to",
      .description =
          "Follows every link of every page: the file is there, its sha256 is the one of the link, "
          "it is of the project of the page, and requirements and metadata are what it holds. "
          "Reports files that no page links to, and pages that are not listed or not what their "
          "links make of them. Exits 1 where an error was found.",
      .examples = {{"tizza release index check /srv/packages", "a folder"},
                   {"tizza release index check --format github", "in a pipeline"}},
      .positionals = {{.name = "DIR",
                       .summary = "folder of the index (default: that of --index)",
                       .arity = PositionalArity::kOptional,
                       .completer = Completer::kFolders}},
      .flags = {index_flag(), report_format_flag(), output_flag()},
      .needs = Needs::kNothing,
      .changes = Changes::kNothing,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
