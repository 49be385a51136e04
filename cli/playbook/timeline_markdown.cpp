#include <fmt/core.h>

#include "playbook/duration.hpp"
#include "playbook/markdown.hpp"
#include "playbook/timeline.hpp"

namespace tizza::playbook {
namespace {

/// A command as an item of a list; one of several lines keeps them.
std::string command_item(const std::string& command) {
  if (command.find('\n') == std::string::npos) {
    return fmt::format("  - {}\n", markdown_code(command));
  }
  return "  - " + markdown_block(command, "    ").substr(4);
}

std::string entry_text(const TimelineEntry& entry) {
  std::string text = fmt::format("- {} ", entry.time);
  if (!entry.step.empty()) text += fmt::format("**{}** ", markdown_text(entry.step));
  text += entry.outcome;
  if (!entry.words.empty()) text += ": " + markdown_text(entry.words);
  if (!entry.by.empty()) text += fmt::format(" ({})", markdown_text(entry.by));
  if (entry.took) text += ", took " + duration_text(*entry.took);
  text += "\n";
  for (const std::string& command : entry.commands) {
    text += command_item(command);
  }
  if (!entry.output.empty()) text += "\n" + markdown_block(entry.output, "  ") + "\n";
  return text;
}

}  // namespace

std::string timeline_markdown(const Timeline& timeline) {
  std::string text = fmt::format("# {}\n\n", markdown_text(timeline_heading(timeline)));
  if (!timeline.title.empty()) text += markdown_text(timeline.title) + "\n\n";
  text += fmt::format("{} is {}. It began {} and took {}.\n\n## Timeline\n\n", timeline.run,
                      timeline.phase, timeline.began, duration_text(timeline.took));
  for (const TimelineEntry& entry : timeline.entries) text += entry_text(entry);
  return text;
}

}  // namespace tizza::playbook
