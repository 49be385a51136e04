#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/findings_verdict.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "playbook/library.hpp"
#include "playbook/lint.hpp"
#include "playbook/model.hpp"
#include "text/reader.hpp"

namespace tizza::commands {
namespace {

using playbook::LibraryEntry;

/// Whether its texts were filled in; without a registry some can only be read.
bool lint_entry(const LibraryEntry& entry, const registry::Registry* registry,
                report::Report& report) {
  Findings found;
  bool is_filled_in = true;
  const auto document = read_yaml(entry.source);
  if (!document.ok()) {
    found.report(document.error().diagnostic);
  } else if (const auto playbook = playbook::parse_playbook_to_lint(*document, found)) {
    playbook::lint_playbook(*playbook, found);
    is_filled_in = registry != nullptr || !playbook::needs_registry(*playbook);
    if (is_filled_in) {
      playbook::lint_texts(*playbook, registry, found);
    } else {
      playbook::lint_syntax(**document, found);
    }
  } else {
    playbook::lint_syntax(**document, found);
  }
  report.documents.push_back({entry.path, "playbook", "tizza/v1"});
  for (Diagnostic& finding : found.take()) report.findings.push_back(std::move(finding));
  return is_filled_in;
}

/// Those that are named, else all of them; what cannot be read is a warning in the report then.
Result<std::vector<LibraryEntry>> chosen(const Arguments& arguments,
                                         const registry::Registry* registry, Context& context,
                                         report::Report& report) {
  std::vector<LibraryEntry> entries;
  for (const std::string& name : arguments.positionals()) {
    TIZZA_TRY(LibraryEntry entry, playbook::find_playbook(context.files, registry, name));
    entries.push_back(std::move(entry));
  }
  if (!entries.empty()) return entries;
  playbook::Library library = playbook::list_playbooks(context.files, registry);
  report.findings = library.warnings();
  return std::move(library.entries);
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  if (arguments.positionals().empty() && !arguments.has("all")) {
    return failure("usage", "nothing to lint is named", "give a playbook, or --all");
  }
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  report::Report report;
  TIZZA_TRY(const auto entries, chosen(arguments, known, context, report));
  std::vector<std::string> unfilled;
  for (const LibraryEntry& entry : entries) {
    if (!lint_entry(entry, known, report)) unfilled.push_back(entry.path);
  }
  print_report(report, arguments, context);
  if (!unfilled.empty()) {
    context.terminal.err(
        fmt::format("the texts of {} were not filled in, for there is no registry; name one with "
                    "--registry\n",
                    quoted_list(unfilled)));
  }
  return verdict_of(report.findings);
}

}  // namespace

const CommandSpec& playbook_lint_command() {
  static const CommandSpec spec{
      .path = "playbook lint",
      .summary = "check playbooks before they are needed",
      .description =
          "Checks the form of a playbook, its jumps and its ways out, and that every text can be "
          "filled in: for every service and environment of the registry where it takes some. Exit "
          "code 1 where a finding is an error.",
      .examples = {{"tizza playbook lint --all", "check every playbook"},
                   {"tizza playbook lint playbooks/move-pizzas.yaml", "check one file"}},
      .positionals = {{"NAME", "a playbook's name or file", PositionalArity::kMany,
                       Completer::kPlaybooks}},
      .flags = {{.name = "all", .summary = "every playbook that `playbook list` lists"},
                report_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
