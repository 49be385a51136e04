#include "commands/playbook_plan.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "playbook/checklist.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using playbook::Scope;
using playbook::Step;

/// A step as the plan shows it.
struct PlannedStep {
  const Step& step;
  size_t number;
  std::string title;
  std::vector<std::string> lines;
};

/// One step of a plan as a line of JSON.
std::string json_line(const PlannedStep& planned) {
  Value data;
  data.set("number", static_cast<int64_t>(planned.number));
  data.set("kind", std::string(planned.step.kind->keyword));
  if (!planned.title.empty()) data.set("title", planned.title);
  if (planned.step["when"]) data.set("when", planned.step["when"].text());
  data.set("what", Value::List(planned.lines.begin(), planned.lines.end()));
  Value value;
  value.set("event", "plan");
  value.set("step", planned.step.id);
  value.set("data", std::move(data));
  return write_json(value) + "\n";
}

std::string text_lines(const PlannedStep& planned, const std::string& no_chat) {
  const Step& step = planned.step;
  std::string text = fmt::format("{}. {}{}\n", planned.number, step.id,
                                 planned.title.empty() ? "" : " – " + planned.title);
  if (step["when"]) text += fmt::format("   when {}\n", step["when"].text());
  for (const std::string& lines : planned.lines) {
    for (const auto line : split_lines(lines)) text += "   " + std::string(line) + "\n";
  }
  if (step.ask) text += "   asks: " + question_text(*step.ask) + "\n";
  if (step["announce"] && !no_chat.empty()) text += "   nothing is sent: " + no_chat + "\n";
  return text;
}

/// The text with its values; as it is written where one of them is not known.
std::string filled_in(const Scope& scope, Node text) {
  const auto filled = scope.text(text);
  return filled.ok() ? *filled : std::string(text.text());
}

/// What the step would do. Where that cannot be told, all inputs are known, and so the step is one
/// that does not apply here; else it stands as it is written.
std::vector<std::string> lines_of(const Step& step, const Scope& scope, bool has_all_inputs) {
  const auto lines = step.kind->describe(step, scope);
  if (lines.ok()) return *lines;
  if (has_all_inputs) return {};
  std::vector<std::string> written;
  for (const Node texts : {step[step.kind->keyword], step["message"], step["instruct"]}) {
    for (std::string& line : playbook::written_lines(texts)) written.push_back(std::move(line));
  }
  return written;
}

}  // namespace

Result<Verdict> print_plan(const Conduct& conduct, const std::string& start,
                           const std::vector<std::string>& missing, Context& context) {
  Scope scope = conduct.scope;
  if (!conduct.is_jsonl) {
    const Node title = conduct.playbook.root()["title"];
    context.terminal.out("would run: " + filled_in(scope, title) + "\n");
  }
  if (!missing.empty()) {
    context.terminal.err(fmt::format("not given: {}; what needs {} stands as it is written\n",
                                     join(missing, ", "), missing.size() == 1 ? "it" : "them"));
  }
  const size_t first = conduct.playbook.find(start).value_or(0);
  for (size_t i = 0; i < conduct.playbook.steps.size(); ++i) {
    const Step& step = conduct.playbook.steps[i];
    // What only a step will find out stands in brackets.
    if (step.ask) scope.set(step.ask->name, "<" + step.ask->name + ">");
    if (!step.capture.empty()) scope.set(step.capture, "<" + step.capture + ">");
    if (i < first) continue;
    const PlannedStep planned{step, i + 1, filled_in(scope, step["title"]),
                              lines_of(step, scope, missing.empty())};
    context.terminal.out(conduct.is_jsonl ? json_line(planned)
                                          : text_lines(planned, conduct.settings.no_chat));
  }
  return Verdict::kDone;
}

}  // namespace tizza::commands
