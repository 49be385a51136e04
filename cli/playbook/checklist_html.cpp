#include <fmt/core.h>

#include "playbook/checklist_formats.hpp"
#include "playbook/html_page.hpp"

namespace tizza::playbook {
namespace {

std::string lines_html(const std::vector<ChecklistLine>& lines) {
  if (lines.empty()) return {};
  std::string html = "<dl>\n";
  for (const ChecklistLine& line : lines) {
    const std::string text = html_text(line.text);
    html += fmt::format("<dt>{}</dt><dd>{}</dd>\n", html_text(line.label),
                        line.is_code ? "<code>" + text + "</code>" : text);
  }
  return html + "</dl>\n";
}

std::string items_html(std::string_view heading, std::string_view list_tag,
                       const std::vector<ChecklistItem>& items) {
  if (items.empty()) return {};
  std::string html = fmt::format("<h2>{}</h2>\n<{}>\n", heading, list_tag);
  for (const ChecklistItem& item : items) {
    html += fmt::format("<li><label><input type=\"checkbox\"> {}</label>\n{}</li>\n",
                        html_text(item.head), lines_html(item.lines));
  }
  return html + fmt::format("</{}>\n", list_tag);
}

}  // namespace

std::string checklist_html(const Checklist& list) {
  std::string body = fmt::format("<h1>{}</h1>\n", html_text(list.title));
  if (!list.description.empty()) body += fmt::format("<p>{}</p>\n", html_text(list.description));
  body += lines_html(list.facts);
  if (!list.inputs.empty()) body += "<h2>Inputs</h2>\n" + lines_html(list.inputs);
  body += items_html("Prerequisites", "ul", list.prerequisites);
  body += items_html("Steps", "ol", list.steps);
  if (!list.call.empty()) {
    body += fmt::format("<h2>If nothing helps</h2>\n<p>Call <strong>{}</strong>: {}</p>\n",
                        html_text(list.call), html_text(list.say));
  }
  return html_page(list.title, body);
}

}  // namespace tizza::playbook
