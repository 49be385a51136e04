#include <fmt/core.h>

#include "playbook/checklist_formats.hpp"
#include "playbook/markdown.hpp"

namespace tizza::playbook {
namespace {

std::string line_text(const ChecklistLine& line, std::string_view indent) {
  if (line.is_code && line.text.find('\n') != std::string::npos) {
    return fmt::format("{}- {}:\n\n{}\n", indent, line.label,
                       markdown_block(line.text, std::string(indent) + "  "));
  }
  return fmt::format("{}- {}: {}\n", indent, line.label,
                     line.is_code ? markdown_code(line.text) : markdown_text(line.text));
}

std::string items_text(std::string_view heading, const std::vector<ChecklistItem>& items,
                       bool is_numbered) {
  if (items.empty()) return {};
  std::string text = fmt::format("\n## {}\n\n", heading);
  size_t number = 0;
  for (const ChecklistItem& item : items) {
    ++number;
    text += is_numbered ? fmt::format("- [ ] {}\\. {}\n", number, markdown_text(item.head))
                        : fmt::format("- [ ] {}\n", markdown_text(item.head));
    for (const ChecklistLine& line : item.lines) text += line_text(line, "  ");
  }
  return text;
}

}  // namespace

std::string checklist_markdown(const Checklist& list) {
  std::string text = fmt::format("# {}\n", markdown_text(list.title));
  if (!list.description.empty()) text += "\n" + markdown_text(list.description) + "\n";
  if (!list.facts.empty()) text += "\n";
  for (const ChecklistLine& fact : list.facts) text += line_text(fact, "");
  if (!list.inputs.empty()) text += "\n## Inputs\n\n";
  for (const ChecklistLine& input : list.inputs) text += line_text(input, "");
  text += items_text("Prerequisites", list.prerequisites, false);
  text += items_text("Steps", list.steps, true);
  if (!list.call.empty()) {
    text += fmt::format("\n## If nothing helps\n\nCall {}: {}\n", markdown_text(list.call),
                        markdown_text(list.say));
  }
  return text;
}

}  // namespace tizza::playbook
