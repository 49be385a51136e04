#include "release/run_view.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "report/printable.hpp"
#include "report/style.hpp"
#include "text/unified_diff.hpp"

namespace tizza::release {
namespace {

using report::Style;

std::string package_line(const PlannedPackage& package) {
  const std::string step = package.last.empty()
                               ? fmt::format("`{}`, its first version", package.next)
                               : fmt::format("`{}` to `{}`", package.last, package.next);
  const std::string name = package.name.empty() ? "version" : package.name + ":";
  return fmt::format("{} {}, tag `{}`\n", name, step, package.tag);
}

/// The change of one file as `diff -u` shows it; a removed one in one line.
std::string change_text(const FileChange& change, bool colour) {
  if (change.is_removed) return fmt::format("removed: {}\n", change.path);
  std::string text;
  const std::string diff = unified_diff(change.path, change.before, change.after);
  for (const auto line : split_lines(diff)) {
    Style style = Style::kPlain;
    if (line.starts_with('+')) style = Style::kGood;
    if (line.starts_with('-')) style = Style::kError;
    text += report::styled(report::printable(line), style, colour) + "\n";
  }
  return text;
}

Value text_or_null(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value package_value(const PlannedPackage& package) {
  Value::List changes;
  for (const FileChange& change : package.changes) {
    Value value;
    value.set("path", change.path);
    value.set("removed", change.is_removed);
    value.set("diff", unified_diff(change.path, change.before, change.after));
    changes.push_back(std::move(value));
  }
  Value value;
  value.set("package", text_or_null(package.name)).set("path", package.directory);
  value.set("last_version", text_or_null(package.last)).set("next_version", package.next);
  value.set("tag", package.tag).set("asked_by_commits", to_string(package.level));
  value.set("changes", std::move(changes));
  return value;
}

}  // namespace

std::string run_act(const RunPlan& plan) {
  std::string act = fmt::format("push {} to `{}`", quoted_list(plan.refs()), plan.request.remote);
  if (!plan.journal.index.empty()) act += fmt::format(", publish to `{}`", plan.journal.index);
  if (!plan.journal.registry.empty())
    act += fmt::format(", note it in `{}`", plan.journal.registry);
  return act;
}

std::string run_plan_text(const RunPlan& plan, const PlanViewOptions& options) {
  std::string text;
  for (const PlannedPackage& package : plan.packages) {
    text += report::printable(package_line(package));
  }
  for (const std::string& reason : plan.left_out) {
    text += report::printable("left out: " + reason) + "\n";
  }
  text += "\n" + guards_text(plan.guards, options) + "\n";
  bool has_changes = false;
  for (const PlannedPackage& package : plan.packages) {
    for (const FileChange& change : package.changes) {
      text += change_text(change, options.colour);
      has_changes = true;
    }
  }
  if (has_changes) text += "\n";
  const std::string blocked = not_ready(plan.guards);
  return text + report::printable(blocked.empty() ? "ready: " + run_act(plan) : blocked) + "\n";
}

Value run_plan_value(const RunPlan& plan) {
  Value::List packages, left_out, refs;
  for (const PlannedPackage& package : plan.packages) packages.push_back(package_value(package));
  for (const std::string& reason : plan.left_out) left_out.emplace_back(reason);
  for (const std::string& ref : plan.refs()) refs.emplace_back(ref);
  Value value;
  value.set("schema_version", 1).set("mode", to_string(plan.request.mode));
  value.set("commit", text_or_null(plan.journal.start)).set("branch", text_or_null(plan.branch));
  value.set("remote", plan.request.remote).set("packages", std::move(packages));
  value.set("left_out", std::move(left_out)).set("refs", std::move(refs));
  value.set("index", text_or_null(plan.journal.index));
  value.set("registry", text_or_null(plan.journal.registry));
  value.set("guards", guards_value(plan.guards));
  return value;
}

}  // namespace tizza::release
