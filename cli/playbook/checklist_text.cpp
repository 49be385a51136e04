#include <fmt/core.h>

#include "playbook/checklist_formats.hpp"
#include "report/wrap.hpp"

namespace tizza::playbook {
namespace {

std::string lines_text(const std::vector<ChecklistLine>& lines) {
  std::string text;
  for (const ChecklistLine& line : lines) {
    text += fmt::format("       {}: {}\n", line.label, line.text);
  }
  return text;
}

}  // namespace

std::string checklist_text(const Checklist& list, const std::string& origin, size_t width) {
  std::string text = fmt::format("{} ({})\n{}\n", list.name, origin, list.title);
  if (!list.description.empty()) {
    text += "\n";
    for (const std::string& line : report::wrap(list.description, width)) text += line + "\n";
  }
  if (!list.facts.empty()) text += "\n";
  for (const ChecklistLine& fact : list.facts)
    text += fmt::format("{}: {}\n", fact.label, fact.text);
  if (!list.inputs.empty()) text += "\nInputs\n";
  for (const ChecklistLine& input : list.inputs) {
    text += fmt::format("  {}{}\n", input.label, input.text.empty() ? "" : ": " + input.text);
  }
  if (!list.prerequisites.empty()) text += "\nPrerequisites\n";
  for (const ChecklistItem& item : list.prerequisites) {
    text += fmt::format("[ ] {}\n{}", item.head, lines_text(item.lines));
  }
  text += "\nSteps\n";
  size_t number = 0;
  for (const ChecklistItem& item : list.steps) {
    text += fmt::format("[ ] {}. {}\n{}", ++number, item.head, lines_text(item.lines));
  }
  if (!list.call.empty()) {
    text += fmt::format("\nIf nothing helps, call {}: {}\n", list.call, list.say);
  }
  return text;
}

}  // namespace tizza::playbook
