#include "report/table_page.hpp"

#include "base/version.hpp"
#include "report/html_assets.hpp"
#include "report/markup.hpp"
#include "report/printable.hpp"

namespace tizza::report {
namespace {

constexpr std::string_view kTableStyle = R"css(
table{border-collapse:collapse;width:100%;margin-top:1rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;
border-bottom:1px solid var(--line)}
td.good{color:var(--hint)}td.bad{color:var(--error)}td.warn{color:var(--warn)}
.file table{margin:0}.file td{padding-left:1rem}
)css";

std::string html(std::string_view text) {
  return markup_text(printable(text));
}

std::string_view css_class(Style style) {
  switch (style) {
    case Style::kGood:
      return " class=\"good\"";
    case Style::kError:
      return " class=\"bad\"";
    case Style::kWarn:
      return " class=\"warn\"";
    default:
      return "";
  }
}

std::string details(const TablePage::Row& row) {
  if (row.details.empty()) return {};
  std::string out = "<details class=\"file\">\n<summary><h2>" + html(row.cells.front().text) +
                    "</h2></summary>\n<table>\n";
  for (const auto& [kind, what] : row.details) {
    out += "<tr><td>" + html(kind) + "</td><td><code>" + html(what) + "</code></td></tr>\n";
  }
  return out + "</table>\n</details>\n";
}

}  // namespace

std::string render_table_page(const TablePage& page) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n<title>" +
      html(page.title) + "</title>\n<style>";
  out.append(html_style()).append(kTableStyle);
  out += "</style>\n</head>\n<body>\n<header>\n<h1>" + html(page.title) +
         "</h1>\n<p class=\"muted\">tizza " + html(tool_version()) +
         "</p>\n</header>\n<main>\n<table>\n<thead>\n<tr>";
  for (const std::string& heading : page.headings) out += "<th>" + html(heading) + "</th>";
  out += "</tr>\n</thead>\n<tbody>\n";
  for (const TablePage::Row& row : page.rows) {
    out += "<tr>";
    for (const TableCell& cell : row.cells) {
      out.append("<td").append(css_class(cell.style)).append(">");
      out += html(cell.text) + "</td>";
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n";
  for (const TablePage::Row& row : page.rows) out += details(row);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace tizza::report
