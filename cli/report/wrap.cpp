#include "report/wrap.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "report/style.hpp"

namespace tizza::report {
namespace {

constexpr size_t kIndent = 2;
constexpr size_t kGap = 2;

void wrap_line(std::string_view line, size_t width, std::vector<std::string>& lines) {
  std::string current;
  size_t columns = 0;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    const size_t needed = utf8::display_width(word);
    if (!current.empty() && columns + 1 + needed > width) {
      lines.push_back(std::move(current));
      current.clear();
      columns = 0;
    }
    if (!current.empty()) {
      current += ' ';
      ++columns;
    }
    current += word;
    columns += needed;
  }
  lines.push_back(std::move(current));
}

/// The column at which meanings start: behind the widest term that leaves them enough room.
size_t meaning_column(const std::vector<Term>& terms, size_t width) {
  const size_t limit = width * 2 / 5;
  size_t widest = 0;
  for (const Term& term : terms) {
    const size_t columns = utf8::display_width(term.name);
    if (kIndent + columns + kGap <= limit) widest = std::max(widest, columns);
  }
  return kIndent + widest + kGap;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  for (const std::string_view line : split_lines(text)) {
    if (line.starts_with("  ")) {
      lines.emplace_back(line);
    } else {
      wrap_line(line, width, lines);
    }
  }
  return lines;
}

std::string term_list(const std::vector<Term>& terms, size_t width, bool colour) {
  const size_t column = meaning_column(terms, width);
  const size_t room = width > column + 10 ? width - column : 10;
  std::string text;
  for (const Term& term : terms) {
    const size_t columns = kIndent + utf8::display_width(term.name);
    text.append(kIndent, ' ').append(styled(term.name, Style::kCommand, colour));
    bool beside = columns + kGap <= column;
    for (const std::string& line : wrap(term.meaning, room)) {
      if (!beside) text += '\n';
      text.append(beside ? column - columns : column, ' ').append(line);
      if (beside) beside = false;
    }
    text += '\n';
  }
  return text;
}

}  // namespace tizza::report
