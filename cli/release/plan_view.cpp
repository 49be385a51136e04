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

/// `version `1.4.0``, with the tag where it is named otherwise.
std::string version_words(const PackageTag& package) {
  if (!package.version) return "no version";
  const std::string& version = package.version->found.text;
  std::string text = fmt::format("version `{}`", version);
  if (!package.tag.empty() && package.tag != version)
    text += fmt::format(", tag `{}`", package.tag);
  return text;
}

std::string place_words(const TagPlan& plan) {
  std::string text;
  if (!plan.commit.empty()) text += fmt::format("commit `{}`, ", short_commit(plan.commit));
  if (!plan.branch.empty()) text += fmt::format("branch `{}`, ", plan.branch);
  return text + fmt::format("remote `{}`", plan.request.remote);
}

/// One line, or of several packages a line each.
std::string headline(const TagPlan& plan) {
  if (plan.packages.size() == 1 && plan.left_out.empty()) {
    return version_words(plan.packages[0]) + ", " + place_words(plan) + "\n";
  }
  std::string text;
  for (const PackageTag& package : plan.packages) {
    text += fmt::format("{}: {}\n", package.name, version_words(package));
  }
  for (const std::string& reason : plan.left_out) text += "left out: " + reason + "\n";
  return text + place_words(plan) + "\n";
}

std::string latest_lines(const TagPlan& plan) {
  std::string text;
  for (const PackageTag& package : plan.packages) {
    if (!package.latest) continue;
    const GitTag& tag = package.latest->tag;
    if (!package.name.empty()) text += package.name + ": ";
    text += fmt::format("latest tag `{}`, commit `{}`, {} in all\n", tag.name,
                        short_commit(tag.commit), counted(plan.tag_count, "tag"));
  }
  return text;
}

/// What the plan comes down to.
std::string conclusion(const TagPlan& plan) {
  std::vector<std::string> names, made;
  for (const PackageTag& package : plan.packages) {
    names.push_back(package.tag);
    if (package.work == TagWork::kCreateAndPush) made.push_back("refs/tags/" + package.tag);
  }
  if (plan.is_released()) {
    return fmt::format("already released: {} {} on this commit at `{}`", quoted_list(names),
                       names.size() == 1 ? "is" : "are", plan.request.remote);
  }
  if (const std::string blocked = not_ready(plan.guards); !blocked.empty()) return blocked;
  const auto refs = plan.refs();
  std::string act = "pushes " + quoted_list(refs);
  if (made.size() == refs.size()) {
    act =
        fmt::format("makes {} and pushes {}", quoted_list(made), made.size() == 1 ? "it" : "them");
  } else if (!made.empty()) {
    act = fmt::format("makes {} and {}", quoted_list(made), act);
  }
  return fmt::format("ready: `tizza release tag` {} to `{}`", act, plan.request.remote);
}

Value place_value(const Location& at) {
  if (!at) return {};
  const Position place = at.begin();
  Value value;
  value.set("path", at.source->path()).set("line", place.line).set("column", place.column);
  return value;
}

Value version_value(const PackageTag& package) {
  if (!package.version) return {};
  const FoundVersion& found = package.version->found;
  Value value;
  value.set("text", found.text).set("at", place_value(found.at));
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

std::string_view work_word(const TagPlan& plan, const PackageTag& package) {
  if (package.work == TagWork::kNothing) return "nothing";
  if (!plan.is_released() && verdict_of(plan.guards) != Verdict::kDone) return "blocked";
  return package.work == TagWork::kPush ? "push" : "create-and-push";
}

Value package_value(const TagPlan& plan, const PackageTag& package) {
  Value latest;
  if (package.latest) {
    latest.set("name", package.latest->tag.name).set("commit", package.latest->tag.commit);
  }
  Value value;
  value.set("package", text_or_null(package.name)).set("path", package.directory);
  value.set("version", version_value(package)).set("tag", text_or_null(package.tag));
  value.set("latest_tag", std::move(latest)).set("work", work_word(plan, package));
  return value;
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
  std::string text = report::printable(headline(plan)) + "\n";
  text += guards_text(plan.guards, options) + "\n";
  text += report::printable(latest_lines(plan));
  return text + report::printable(conclusion(plan)) + "\n";
}

Value plan_value(const TagPlan& plan) {
  Value::List packages, left_out, refs;
  for (const PackageTag& package : plan.packages) packages.push_back(package_value(plan, package));
  for (const std::string& reason : plan.left_out) left_out.emplace_back(reason);
  for (const std::string& ref : plan.refs()) refs.emplace_back(ref);
  Value value;
  value.set("schema_version", 1).set("packages", std::move(packages));
  value.set("left_out", std::move(left_out));
  value.set("commit", text_or_null(plan.commit));
  value.set("branch", text_or_null(plan.branch));
  value.set("remote", plan.request.remote);
  value.set("tag_count", plan.tag_count);
  value.set("refs", std::move(refs));
  value.set("guards", guards_value(plan.guards));
  return value;
}

}  // namespace tizza::release
