#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/playbook_session.hpp"
#include "playbook/step_kind.hpp"
#include "report/wrap.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using playbook::Playbook;
using playbook::Step;

/// A text or a list of texts, one a line.
std::vector<std::string> lines_of(Node texts) {
  std::vector<std::string> lines;
  for (const auto line : split_lines(texts.text())) lines.emplace_back(line);
  for (const Node item : texts.items()) lines.emplace_back(item.text());
  if (texts.is_mapping()) lines.emplace_back(texts["url"].text());
  return lines;
}

/// How a step goes on, in words; empty where it simply does.
std::string way_on(const Step& step) {
  std::vector<std::string> ways;
  for (const auto& [answer, target] : step.goto_by_answer) {
    ways.push_back(fmt::format("`{}` goes on at {}", answer, target));
  }
  if (!step.goto_step.empty()) ways.push_back("goes on at " + step.goto_step);
  if (const Node policy = step["on_failure"]) {
    ways.push_back(fmt::format("on failure: {}", policy.text()));
  }
  return join(ways, "; ");
}

std::string checklist_of(const Step& step, size_t number) {
  std::string text = fmt::format("[ ] {}. {}", number, step.id);
  if (step["title"]) text += fmt::format(" – {}", step["title"].text());
  text += "\n";
  const auto add = [&](std::string_view label, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) text += fmt::format("       {}: {}\n", label, line);
  };
  add("when", lines_of(step["when"]));
  add(step.kind->keyword, lines_of(step[step.kind->keyword]));
  for (const char* key : {"ssh", "become", "message", "instruct"}) {
    if (step.kind->keyword != key) add(key, lines_of(step[key]));
  }
  if (step.ask && !step.ask->choices.empty()) {
    add("ask", {fmt::format("{}: {}", step.ask->prompt, join(step.ask->choices, " / "))});
  }
  add("undo", lines_of(step["undo"]));
  if (const std::string way = way_on(step); !way.empty()) text += "       " + way + "\n";
  return text;
}

std::string to_text(const Playbook& playbook, const std::string& origin, size_t width) {
  const Node root = playbook.root();
  std::string text = fmt::format("{} ({})\n{}\n", playbook.name, origin, root["title"].text());
  if (root["description"]) {
    text += "\n";
    for (const std::string& line : report::wrap(root["description"].text(), width)) {
      text += line + "\n";
    }
  }
  if (!playbook.inputs.empty()) text += "\nInputs\n";
  for (const playbook::Input& input : playbook.inputs) {
    text += fmt::format("  {}{}\n", input.name,
                        input.node["from"] ? fmt::format(" (from {})", input.text("from")) : "");
  }
  if (!playbook.prerequisites.empty()) text += "\nPrerequisites\n";
  for (const Node prerequisite : playbook.prerequisites) {
    text += fmt::format("[ ] {}: {}\n", prerequisite["name"].text(), prerequisite["fix"].text());
  }
  text += "\nSteps\n";
  size_t number = 0;
  for (const Step& step : playbook.steps) text += checklist_of(step, ++number);
  if (const Node escalation = playbook.escalation()) {
    text += fmt::format("\nIf nothing helps, call {}: {}\n", escalation["call"].text(),
                        escalation["say"].text());
  }
  return text;
}

std::string to_json(const Playbook& playbook, const playbook::LibraryEntry& entry) {
  Value root;
  root.set("schema_version", 1);
  root.set("name", playbook.name);
  root.set("origin", to_string(entry.origin));
  root.set("path", entry.path);
  root.set("playbook", Value::from(playbook.root()));
  Value::List steps;
  for (const Step& step : playbook.steps) {
    Value item;
    item.set("id", step.id);
    item.set("kind", step.kind->keyword);
    item.set("changes", step.kind->changes(step));
    item.set("needs_person", step.kind->is_gate);
    steps.push_back(std::move(item));
  }
  root.set("steps", std::move(steps));
  return write_json(root, 2) + "\n";
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  TIZZA_TRY(const auto entry,
            playbook::find_playbook(context.files, registry ? &*registry : nullptr,
                                    arguments.positional(0)));
  TIZZA_TRY(const Playbook playbook, parse_for_use(entry));
  const auto width = static_cast<size_t>(context.terminal.width());
  context.terminal.out(wants_json(arguments) ? to_json(playbook, entry)
                                             : to_text(playbook, entry.path, width));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& playbook_show_command() {
  static const CommandSpec spec{
      .path = "playbook show",
      .summary = "print a playbook as a checklist",
      .description = "Prints what a playbook asks for, checks and does, in its order.",
      .examples = {{"tizza playbook show revert-version", "read it before it is needed"}},
      .positionals = {{"NAME", "a playbook's name or file", PositionalArity::kRequired,
                       Completer::kPlaybooks}},
      .flags = {{.name = "format",
                 .arity = FlagArity::kOne,
                 .value_name = "<format>",
                 .summary = "how it is printed",
                 .default_value = "checklist",
                 .choices = {"checklist", "json"}}},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
