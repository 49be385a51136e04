#include "release/plan_view.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "report/printable.hpp"
#include "report/style.hpp"
#include "report/wrap.hpp"

namespace tizza::release {
namespace {

using report::Style;

constexpr size_t kStateWidth = 9;
constexpr size_t kIdWidth = 10;

Style style_of(GuardState state) {
  switch (state) {
    case GuardState::kPassed:
      return Style::kGood;
    case GuardState::kNoted:
      return Style::kWarn;
    case GuardState::kFailed:
    case GuardState::kUnknown:
      return Style::kError;
    case GuardState::kSkipped:
      break;
  }
  return Style::kMuted;
}

bool holds(const Guard& guard) {
  return guard.state != GuardState::kFailed && guard.state != GuardState::kUnknown;
}

std::string place_of(const Diagnostic& about) {
  if (!about.at) return {};
  const Position at = about.at.begin();
  return fmt::format(" ({}:{}:{})", about.at.source->path(), at.line, at.column);
}

std::string guard_lines(const Guard& guard, const PlanViewOptions& options) {
  constexpr size_t kIndent = 2 + kStateWidth + kIdWidth;
  const size_t room = std::max<size_t>(options.width, kIndent + 20) - kIndent;
  auto lines = report::wrap(report::printable(guard.about.message + place_of(guard.about)), room);
  if (!guard.about.help.empty()) {
    for (auto& line : report::wrap(report::printable("help: " + guard.about.help), room)) {
      lines.push_back(std::move(line));
    }
  }
  const std::string state(to_string(guard.state));
  std::string text = "  " + report::styled(state, style_of(guard.state), options.colour) +
                     std::string(kStateWidth - state.size(), ' ');
  text += fmt::format("{:{}}", guard.id, kIdWidth);
  for (size_t i = 0; i < lines.size(); ++i) {
    text += (i > 0 ? std::string(kIndent, ' ') : "") + lines[i] + "\n";
  }
  return text;
}

std::string headline(const TagPlan& plan) {
  std::string text = plan.version ? fmt::format("version `{}`", plan.version->found.text)
                                  : std::string("no version");
  if (!plan.commit.empty()) text += fmt::format(", commit `{}`", short_commit(plan.commit));
  if (!plan.branch.empty()) text += fmt::format(", branch `{}`", plan.branch);
  return text + fmt::format(", remote `{}`", plan.request.remote);
}

/// What the plan comes down to.
std::string conclusion(const TagPlan& plan) {
  if (plan.is_released()) {
    return fmt::format("already released: `{}` is on this commit at `{}`", plan.tag,
                       plan.request.remote);
  }
  if (const std::string blocked = not_ready(plan.guards); !blocked.empty()) return blocked;
  if (plan.work == TagWork::kPush) {
    return fmt::format("ready: `tizza release tag` pushes `refs/tags/{}` to `{}`", plan.tag,
                       plan.request.remote);
  }
  return fmt::format("ready: `tizza release tag` makes `refs/tags/{}` and pushes it to `{}`",
                     plan.tag, plan.request.remote);
}

Value place_value(const Location& at) {
  if (!at) return {};
  const Position place = at.begin();
  Value value;
  value.set("path", at.source->path()).set("line", place.line).set("column", place.column);
  return value;
}

Value version_value(const TagPlan& plan) {
  if (!plan.version) return {};
  Value value;
  value.set("text", plan.version->found.text).set("at", place_value(plan.version->found.at));
  return value;
}

Value text_or_null(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value guard_value(const Guard& guard) {
  Value value;
  value.set("id", guard.id);
  value.set("state", to_string(guard.state));
  value.set("message", guard.about.message);
  value.set("help", text_or_null(guard.about.help));
  value.set("at", place_value(guard.about.at));
  return value;
}

std::string_view work_word(const TagPlan& plan) {
  if (plan.is_released()) return "nothing";
  if (verdict_of(plan.guards) != Verdict::kDone) return "blocked";
  return plan.work == TagWork::kPush ? "push" : "create-and-push";
}

}  // namespace

std::string guards_text(const std::vector<Guard>& guards, const PlanViewOptions& options) {
  std::string text;
  for (const Guard& guard : guards) text += guard_lines(guard, options);
  return text;
}

Value guards_value(const std::vector<Guard>& guards) {
  Value::List values;
  for (const Guard& guard : guards) values.push_back(guard_value(guard));
  return values;
}

std::string not_ready(const std::vector<Guard>& guards) {
  const auto in_the_way =
      std::count_if(guards.begin(), guards.end(), [](const Guard& guard) { return !holds(guard); });
  if (in_the_way == 0) return {};
  return fmt::format("not ready: {} of {} guards {} not hold", in_the_way, guards.size(),
                     in_the_way == 1 ? "does" : "do");
}

std::string plan_text(const TagPlan& plan, const PlanViewOptions& options) {
  std::string text = report::printable(headline(plan)) + "\n\n";
  text += guards_text(plan.guards, options) + "\n";
  if (plan.latest_tag) {
    text += report::printable(
        fmt::format("latest tag `{}`, commit `{}`, {} in all\n", plan.latest_tag->name,
                    short_commit(plan.latest_tag->commit), counted(plan.tag_count, "tag")));
  }
  return text + report::printable(conclusion(plan)) + "\n";
}

Value plan_value(const TagPlan& plan) {
  Value::List refs;
  for (const std::string& ref : plan.refs()) refs.emplace_back(ref);
  Value latest;
  if (plan.latest_tag) {
    latest.set("name", plan.latest_tag->name).set("commit", plan.latest_tag->commit);
  }
  Value value;
  value.set("schema_version", 1);
  value.set("version", version_value(plan));
  value.set("tag", text_or_null(plan.tag));
  value.set("commit", text_or_null(plan.commit));
  value.set("branch", text_or_null(plan.branch));
  value.set("remote", plan.request.remote);
  value.set("latest_tag", std::move(latest));
  value.set("tag_count", plan.tag_count);
  value.set("work", work_word(plan));
  value.set("refs", std::move(refs));
  value.set("guards", guards_value(plan.guards));
  return value;
}

}  // namespace tizza::release
