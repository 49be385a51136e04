#include <fmt/core.h>

#include "playbook/duration.hpp"
#include "playbook/html_page.hpp"
#include "playbook/timeline.hpp"

namespace tizza::playbook {
namespace {

std::string entry_html(const TimelineEntry& entry) {
  std::string html = fmt::format("<li><time>{}</time>", html_text(entry.time));
  if (!entry.step.empty()) html += fmt::format("<strong>{}</strong> ", html_text(entry.step));
  html += fmt::format("<span class=\"{0}\">{0}</span>", html_text(entry.outcome));
  if (!entry.words.empty()) html += ": " + html_text(entry.words);
  if (!entry.by.empty()) html += fmt::format(" ({})", html_text(entry.by));
  if (entry.took) html += ", took " + duration_text(*entry.took);
  html += "\n";
  if (!entry.commands.empty()) {
    html += "<ul>\n";
    for (const std::string& command : entry.commands) {
      const bool is_block = command.find('\n') != std::string::npos;
      html +=
          fmt::format("<li><{0}>{1}</{0}></li>\n", is_block ? "pre" : "code", html_text(command));
    }
    html += "</ul>\n";
  }
  if (!entry.output.empty()) html += fmt::format("<pre>{}</pre>\n", html_text(entry.output));
  return html + "</li>\n";
}

}  // namespace

std::string timeline_html(const Timeline& timeline) {
  const std::string title = timeline_heading(timeline);
  std::string body = fmt::format("<h1>{}</h1>\n", html_text(title));
  if (!timeline.title.empty()) body += fmt::format("<p>{}</p>\n", html_text(timeline.title));
  body += fmt::format("<p>{} is {}. It began {} and took {}.</p>\n<ul>\n", html_text(timeline.run),
                      timeline.phase, html_text(timeline.began), duration_text(timeline.took));
  for (const TimelineEntry& entry : timeline.entries) body += entry_html(entry);
  return html_page(title, body + "</ul>\n");
}

}  // namespace tizza::playbook
