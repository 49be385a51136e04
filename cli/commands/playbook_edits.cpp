#include "commands/playbook_edits.hpp"

#include <fmt/core.h>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "commands/output.hpp"
#include "commands/playbook_session.hpp"
#include "playbook/library.hpp"
#include "report/printable.hpp"
#include "text/unified_diff.hpp"

namespace tizza::commands {
namespace {

using playbook::Playbook;

// The two lines of a patch that name the files.
constexpr size_t kPatchHead = 2;

/// A step that is not what it was when the run began: empty where there was, or is, none.
struct EditedStep {
  std::string id;
  std::string before;
  std::string after;
};

std::string text_of(const playbook::Step& step) {
  return std::string(trim(step.node.raw())) + "\n";
}

std::vector<EditedStep> edited_steps(const Playbook& then, const Playbook& now) {
  std::vector<EditedStep> edited;
  for (const playbook::Step& step : now.steps) {
    const auto index = then.find(step.id);
    const std::string before = index ? text_of(then.steps[*index]) : std::string();
    if (before != text_of(step)) edited.push_back({step.id, before, text_of(step)});
  }
  for (const playbook::Step& step : then.steps) {
    if (!now.find(step.id)) edited.push_back({step.id, text_of(step), ""});
  }
  return edited;
}

/// The lines that went and came, without what a patch needs beside them.
std::string difference_of(const EditedStep& step) {
  const char* what = step.before.empty() ? "is new" : step.after.empty() ? "is gone" : "was edited";
  std::string text = fmt::format("  step `{}` {}:\n", step.id, what);
  const std::string diff = unified_diff(step.id, step.before, step.after);
  const auto lines = split_lines(diff);
  for (size_t i = kPatchHead; i < lines.size(); ++i) {
    if (!lines[i].starts_with("@@")) text += fmt::format("    {}\n", lines[i]);
  }
  return report::printable(text);
}

}  // namespace

void warn_of_edits(const playbook::RunSummary& run, const Playbook& then,
                   const registry::Registry* registry, Context& context) {
  const auto entry = playbook::find_playbook(context.files, registry, run.state.text("path"));
  if (!entry.ok() || sha256(entry->source->text()) == run.state.text("sha256")) return;
  const auto now = parse_for_use(*entry);
  Diagnostic warning;
  warning.severity = Severity::kWarn;
  warning.rule = "edited";
  warning.path = entry->path;
  warning.message = "the playbook was edited since the run began";
  const auto edited = now.ok() ? edited_steps(then, *now) : std::vector<EditedStep>();
  std::vector<std::string> ids;
  for (const EditedStep& step : edited) ids.push_back(step.id);
  if (!ids.empty()) warning.message += ": " + quoted_list(ids);
  warning.help = "the run goes on with the playbook as it was";
  print_warning(warning, context);
  if (context.presentation.json) return;
  for (const EditedStep& step : edited) context.terminal.err(difference_of(step));
}

}  // namespace tizza::commands
