#include "commands/playbook_texts.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "playbook/scope.hpp"
#include "report/printable.hpp"

namespace tizza::commands {
namespace {

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

}  // namespace tizza::commands
