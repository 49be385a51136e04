#include "report/table.hpp"

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"
#include "report/printable.hpp"
#include "report/wrap.hpp"

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

/// Takes columns from the widest until the row fits, or none can give more: then it does not. The
/// first column names the row, so it gives last.
bool shrink(std::vector<size_t>& widths, const std::vector<bool>& is_whole, size_t room) {
  size_t total = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  const auto can_give = [&](size_t i) { return !is_whole[i] && widths[i] > kNarrowest; };
  while (total > room) {
    size_t widest = 0;
    for (size_t i = 1; i < widths.size(); ++i) {
      if (can_give(i) && (widest == 0 || widths[i] > widths[widest])) widest = i;
    }
    if (!can_give(widest)) return false;
    --widths[widest];
    --total;
  }
  return true;
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

Table& Table::keep_whole(std::vector<size_t> columns) {
  for (const size_t column : columns) is_whole_[column] = true;
  return *this;
}

std::string Table::render_blocks(const TableOptions& options) const {
  const size_t named_by =
      static_cast<size_t>(std::find(is_whole_.begin(), is_whole_.end(), false) - is_whole_.begin());
  std::string out;
  for (const auto& row : rows_) {
    std::string head;
    for (size_t i = 0; i < named_by; ++i) {
      const std::string text = one_line(row[i].text);
      if (!text.empty()) head += (head.empty() ? "" : "  ") + text;
    }
    for (const std::string& line : wrap(head, options.width)) {
      out += styled(line, Style::kHeading, options.colour) + "\n";
    }
    std::vector<Term> fields;
    for (size_t i = named_by; i < row.size(); ++i) {
      std::string text = one_line(row[i].text);
      if (!text.empty()) fields.push_back({headings_[i], std::move(text)});
    }
    out += term_list(fields, options.width, options.colour);
  }
  return out;
}

std::string Table::render(const TableOptions& options) const {
  if (rows_.empty()) return {};
  std::vector<size_t> widths;
  for (const std::string& heading : headings_) widths.push_back(utf8::display_width(heading));
  for (const auto& row : rows_) {
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], utf8::display_width(one_line(row[i].text)));
    }
  }
  const bool has_whole = std::find(is_whole_.begin(), is_whole_.end(), true) != is_whole_.end();
  if (options.width > 0 && !shrink(widths, is_whole_, options.width) && has_whole) {
    return render_blocks(options);
  }

  std::string out;
  std::vector<TableCell> headings;
  for (const std::string& heading : headings_) headings.emplace_back(heading, Style::kHeading);
  append_row(out, headings, widths, options.colour);
  for (const auto& row : rows_) append_row(out, row, widths, options.colour);
  return out;
}

}  // namespace tizza::report
