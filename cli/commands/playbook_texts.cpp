#include "commands/playbook_texts.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "playbook/scope.hpp"
#include "report/printable.hpp"
#include "report/wrap.hpp"

namespace tizza::commands {
namespace {

// What is narrower is no terminal that one can work at.
constexpr int kNarrowest = 20;

using playbook::Event;
using playbook::Record;

/// What a record says to people, behind its time and its step.
std::string words_of(const Record& record) {
  const auto text = [&](std::string_view key) { return playbook::plain_text(record.data[key]); };
  std::string words(to_string(record.event));
  if (record.event == Event::kResult || record.event == Event::kEnd) words = text("outcome");
  if (record.event == Event::kProgress) words = text("text") + " " + text("state");
  if (record.event == Event::kNote) words += ": " + text("text");
  if (record.event == Event::kMove) words = "goes to " + text("next");
  if (!text("reason").empty()) words += ": " + text("reason");
  if (!text("because").empty()) words += ", " + text("because");
  if (!text("approved_by").empty()) words += ", approved by " + text("approved_by");
  if (!text("by").empty()) words += " (" + text("by") + ")";
  return words;
}

}  // namespace

std::string subject_text(const std::string& service, const std::string& environment) {
  if (service.empty()) return {};
  return environment.empty() ? fmt::format("`{}`", service)
                             : fmt::format("`{}` in `{}`", service, environment);
}

std::string record_line(const Record& record) {
  return fmt::format("{}  {:<16} {}\n", record.time, record.step,
                     replace_all(report::printable(trim(words_of(record))), "\n", "\n    "));
}

std::string prose(std::string_view text, const Context& context, size_t indent) {
  const std::string shown = report::printable(text);
  std::vector<std::string> lines;
  if (context.terminal.err_is_terminal()) {
    const auto width = static_cast<size_t>(std::max(context.terminal.width(), kNarrowest));
    lines = report::wrap(shown, width - indent);
  } else {
    for (const auto line : split_lines(shown)) lines.emplace_back(line);
  }
  std::string all;
  for (const std::string& line : lines) all.append(indent, ' ').append(line) += '\n';
  return all;
}

std::string prose_and_command(std::string_view text, std::string_view command,
                              const Context& context) {
  const std::string line = fmt::format("{} {}\n", text, command);
  const auto width = static_cast<size_t>(context.terminal.width());
  const bool fits = utf8::display_width(line) <= width;
  if (fits || !context.terminal.err_is_terminal()) return report::printable(line);
  return prose(text, context) + fmt::format("  {}\n", command);
}

}  // namespace tizza::commands
