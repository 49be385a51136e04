#include <fmt/core.h>

#include "base/strings.hpp"
#include "base/thread_pool.hpp"
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

/// What was found in one playbook, and the playbook where its texts are still to be filled in.
struct Linted {
  Findings found;
  std::optional<playbook::Playbook> to_fill_in;
  bool lacks_registry = false;
};

/// All but the texts, which are only read where there is nothing to fill them in from.
Linted lint_form(const LibraryEntry& entry, const registry::Registry* registry) {
  Linted linted;
  const auto document = read_yaml(entry.source);
  if (!document.ok()) {
    linted.found.report(document.error().diagnostic);
    return linted;
  }
  auto playbook = playbook::parse_playbook_to_lint(*document, linted.found);
  if (playbook) {
    playbook::lint_playbook(*playbook, linted.found);
    linted.lacks_registry = registry == nullptr && playbook::needs_registry(*playbook);
  }
  if (!playbook || linted.lacks_registry) {
    playbook::lint_syntax(**document, linted.found);
  } else {
    linted.to_fill_in = std::move(playbook);
  }
  return linted;
}

/// For every service and environment: the work that takes its time, shared by all cores.
void fill_in(std::vector<Linted>& all, const registry::Registry* registry) {
  const playbook::ServiceValues services(registry);
  parallel_for(all.size(), 0, [&](size_t i) {
    if (!all[i].to_fill_in) return;
    playbook::lint_texts(*all[i].to_fill_in, registry, services, all[i].found);
  });
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
  std::vector<Linted> all;
  for (const LibraryEntry& entry : entries) all.push_back(lint_form(entry, known));
  fill_in(all, known);
  std::vector<std::string> unfilled;
  for (size_t i = 0; i < entries.size(); ++i) {
    report.documents.push_back({entries[i].path, "playbook", "tizza/v1"});
    for (Diagnostic& finding : all[i].found.take()) report.findings.push_back(std::move(finding));
    if (all[i].lacks_registry) unfilled.push_back(entries[i].path);
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
