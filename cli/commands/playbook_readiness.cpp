#include <fmt/core.h>

#include <algorithm>

#include "base/folders.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/playbook_conduct.hpp"
#include "commands/playbook_session.hpp"
#include "playbook/library.hpp"
#include "playbook/lint.hpp"
#include "playbook/run_store.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using playbook::LibraryEntry;
using playbook::Playbook;
using playbook::RunSummary;
using playbook::TargetFindings;

/// How ready people are for one playbook on one service and environment.
struct Row {
  std::string playbook;
  TargetFindings target;
  std::string practised;  ///< The day of the last one that came to its end; empty: never.
  std::string rehearsed;  ///< The same of a real run, in any environment of the service.
  std::vector<std::string> missing;
};

class Assessor {
 public:
  Assessor(const registry::Registry* registry, const std::vector<RunSummary>& runs,
           const Context& context)
      : registry_(registry),
        services_(registry),
        runs_(runs),
        no_chat_(no_chat_reason(find_chat(registry, context))) {}

  void assess(const LibraryEntry& entry) {
    const auto playbook = parse_for_use(entry);
    if (!playbook.ok()) {
      return add({entry.name, {}, "", "", {playbook.error().diagnostic.message}});
    }
    if (registry_ == nullptr && needs_registry(*playbook)) {
      return add({entry.name, {}, "", "", {"there is no registry to fill it in from"}});
    }
    const auto lacks = lacks_everywhere(*playbook);
    auto targets = check_targets(*playbook, registry_, services_);
    if (targets.empty()) fits_nothing_.push_back(entry.name);
    for (TargetFindings& target : targets) {
      assess(*playbook, std::move(target), lacks);
    }
  }

  std::vector<Row> take() { return std::move(rows_); }
  /// The playbooks that are for no service and environment of the registry.
  const std::vector<std::string>& fits_nothing() const { return fits_nothing_; }

 private:
  void add(Row row) { rows_.push_back(std::move(row)); }

  /// What the playbook lacks whatever it is about.
  std::vector<std::string> lacks_everywhere(const Playbook& playbook) const {
    std::vector<std::string> lacks;
    if (!playbook.escalation()) lacks.emplace_back("nobody is named to call");
    const bool speaks = std::any_of(playbook.steps.begin(), playbook.steps.end(),
                                    [](const auto& step) { return bool(step["announce"]); });
    if (speaks && !no_chat_.empty()) lacks.push_back(no_chat_);
    return lacks;
  }

  void assess(const Playbook& playbook, TargetFindings target,
              const std::vector<std::string>& lacks) {
    Row row{playbook.name, std::move(target), "", "", lacks};
    for (const Diagnostic& finding : row.target.findings) row.missing.push_back(finding.message);
    for (const RunSummary& run : runs_) {  // the newest comes last
      const auto& state = run.state;
      if (state.text("playbook") != playbook.name || state.text("service") != row.target.service ||
          state.phase != playbook::RunPhase::kFinished) {
        continue;
      }
      const std::string day = state.last_time.substr(0, 10);
      if (state.text("mode") == "run") row.rehearsed = day;
      if (state.text("mode") == "practice" && state.text("environment") == row.target.environment) {
        row.practised = day;
      }
    }
    if (row.practised.empty() && row.rehearsed.empty()) row.missing.emplace_back("never practised");
    add(std::move(row));
  }

  const registry::Registry* registry_;
  playbook::ServiceValues services_;
  const std::vector<RunSummary>& runs_;
  std::string no_chat_;
  std::vector<Row> rows_;
  std::vector<std::string> fits_nothing_;
};

void print_json(const std::vector<Row>& rows, const std::vector<std::string>& fits_nothing,
                Context& context) {
  Value::List list;
  for (const Row& row : rows) {
    Value item;
    item.set("playbook", row.playbook);
    item.set("service", row.target.service);
    item.set("environment", row.target.environment);
    item.set("practised", row.practised);
    item.set("rehearsed", row.rehearsed);
    item.set("missing", Value::List(row.missing.begin(), row.missing.end()));
    list.push_back(std::move(item));
  }
  Value root;
  root.set("schema_version", 1);
  root.set("readiness", std::move(list));
  root.set("fits_nothing", Value::List(fits_nothing.begin(), fits_nothing.end()));
  context.terminal.out(write_json(root, 2) + "\n");
}

void print_table(const std::vector<Row>& rows, const std::vector<std::string>& fits_nothing,
                 Context& context) {
  report::Table table({"PLAYBOOK", "SERVICE", "ENVIRONMENT", "PRACTISED", "REHEARSED", "MISSING"});
  table.keep_whole({0, 1, 2, 5});
  for (const Row& row : rows) {
    table.add({row.playbook, row.target.service, row.target.environment,
               row.practised.empty() ? "never" : row.practised,
               row.rehearsed.empty() ? "never" : row.rehearsed, join(row.missing, "; ")});
  }
  context.terminal.out(table.render(table_options(context)));
  for (const std::string& name : fits_nothing) {
    context.terminal.err(fmt::format(
        "{} is for no service of the registry: its `inputs` leave none, or none that fits names "
        "an environment\n",
        name));
  }
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  if (arguments.positionals().empty() && !arguments.has("all")) {
    return failure("usage", "no playbook is named", "give one, or --all");
  }
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const registry::Registry* known = registry ? &*registry : nullptr;
  playbook::Library library;
  if (arguments.positionals().empty()) {
    library = playbook::list_playbooks(context.files, known);
    for (const Diagnostic& warning : library.warnings()) print_warning(warning, context);
  }
  for (const std::string& name : arguments.positionals()) {
    TIZZA_TRY(LibraryEntry entry, playbook::find_playbook(context.files, known, name));
    library.entries.push_back(std::move(entry));
  }
  const playbook::RunStore store(context.files, state_folder(context.environment));
  TIZZA_TRY(const auto runs, store.list());
  Assessor assessor(known, runs, context);
  for (const LibraryEntry& entry : library.entries) assessor.assess(entry);
  const std::vector<Row> rows = assessor.take();
  const auto& fits_nothing = assessor.fits_nothing();
  wants_json(arguments) ? print_json(rows, fits_nothing, context)
                        : print_table(rows, fits_nothing, context);
  // A playbook that was asked about and is of use nowhere is not ready; among all it may wait.
  const bool is_ready =
      (fits_nothing.empty() || arguments.positionals().empty()) &&
      std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.missing.empty(); });
  return is_ready ? Verdict::kDone : Verdict::kNegative;
}

}  // namespace

const CommandSpec& playbook_readiness_command() {
  static const CommandSpec spec{
      .path = "playbook readiness",
      .summary = "what is missing before the bad night",
      .description =
          "Says of every service and environment that a playbook is for what is missing there: "
          "texts that cannot be filled in, somebody to call, a chat to speak in, practice. "
          "PRACTISED is the last practice that came to its end there, REHEARSED the last real run "
          "on the service in any environment, both by this account. Exit code 1 where something "
          "is missing.",
      .examples = {{"tizza playbook readiness --all", "every playbook, service and environment"},
                   {"tizza playbook readiness revert-version", "one playbook"}},
      .positionals = {{"NAME", "a playbook's name or file", PositionalArity::kMany,
                       Completer::kPlaybooks}},
      .flags = {{.name = "all", .summary = "every playbook that `playbook list` lists"},
                list_format_flag()},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
