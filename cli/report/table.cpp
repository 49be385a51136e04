#include "report/table.hpp"

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"
#include "report/printable.hpp"

namespace tizza::report {
namespace {

constexpr size_t kGap = 2;
constexpr size_t kNarrowest = 6;

/// `text` on one line that can be printed.
std::string one_line(const std::string& text) {
  std::string shown = printable(text);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

std::string cut(const std::string& text, size_t columns) {
  if (utf8::display_width(text) <= columns) return text;
  std::string result;
  size_t used = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view next = rest.substr(0, utf8::decode(rest).size);
    used += utf8::display_width(next);
    if (used > columns - 1) break;
    result += next;
    rest.remove_prefix(next.size());
  }
  return result + "…";
}

/// Takes columns from the widest until the row fits, or none can give more. The first column names
/// the row, so it gives last.
void shrink(std::vector<size_t>& widths, size_t room) {
  size_t total = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  while (total > room) {
    auto widest = std::max_element(widths.begin() + 1, widths.end());
    if (widest == widths.end() || *widest <= kNarrowest) widest = widths.begin();
    if (*widest <= kNarrowest) return;
    --*widest;
    --total;
  }
}

void append_row(std::string& out, const std::vector<TableCell>& row,
                const std::vector<size_t>& widths, bool colour) {
  std::string padding;
  for (size_t i = 0; i < row.size(); ++i) {
    const std::string text = cut(one_line(row[i].text), widths[i]);
    if (!text.empty()) {
      out += padding + styled(text, row[i].style, colour);
      padding.clear();
    }
    // Padding waits for the next text, so that no line ends in blanks.
    padding.append(widths[i] - utf8::display_width(text) + kGap, ' ');
  }
  out += '\n';
}

}  // namespace

std::string Table::render(const TableOptions& options) const {
  if (rows_.empty()) return {};
  std::vector<size_t> widths;
  for (const std::string& heading : headings_) widths.push_back(utf8::display_width(heading));
  for (const auto& row : rows_) {
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], utf8::display_width(one_line(row[i].text)));
    }
  }
  if (options.width > 0) shrink(widths, options.width);

  std::string out;
  std::vector<TableCell> headings;
  for (const std::string& heading : headings_) headings.emplace_back(heading, Style::kHeading);
  append_row(out, headings, widths, options.colour);
  for (const auto& row : rows_) append_row(out, row, widths, options.colour);
  return out;
}

}  // namespace tizza::report
