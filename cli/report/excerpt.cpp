#include "report/excerpt.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "report/printable.hpp"

namespace tizza::report {
namespace {

constexpr size_t kLeastRoom = 24;

/// The part of a line that is shown: bytes, and whether something stands outside.
struct Window {
  size_t begin = 0;
  size_t end = 0;
};

size_t previous_start(std::string_view line, size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80);
  return at;
}

/// Columns from `begin`, counted no further than `limit` + 1.
size_t columns_up_to(std::string_view text, size_t limit) {
  size_t columns = 0;
  while (!text.empty() && columns <= limit) {
    const Cell cell = next_cell(text);
    columns += cell.columns;
    text.remove_prefix(cell.bytes);
  }
  return columns;
}

/// All of the line where it fits; else what stands around `mark`, a third of the room before it.
Window choose_window(std::string_view line, size_t mark, size_t room) {
  if (line.size() <= 4 * room && columns_up_to(line, room) <= room) return {0, line.size()};
  Window window{mark, mark};
  for (size_t columns = 0; window.begin > 0;) {
    const size_t start = previous_start(line, window.begin);
    columns += next_cell(line.substr(start)).columns;
    if (columns > room / 3) break;
    window.begin = start;
  }
  // Both ends may need an ellipsis.
  size_t left = room - std::min<size_t>(room, 2);
  for (size_t at = window.begin; at < line.size();) {
    const Cell cell = next_cell(line.substr(at));
    if (cell.columns > left) break;
    left -= cell.columns;
    at += cell.bytes;
    window.end = at;
  }
  return window;
}

/// The shown text and the line of marks below it.
struct Rendered {
  std::string text;
  std::string marks;
};

Rendered render_window(std::string_view line, Window window, size_t begin, size_t end, char mark) {
  Rendered result;
  if (window.begin > 0) {
    result.text = "…";
    result.marks = " ";
  }
  size_t marked = 0;
  for (size_t at = window.begin; at < window.end;) {
    const Cell cell = next_cell(line.substr(at));
    const bool inside = at >= begin && at < end;
    result.text += cell.text;
    result.marks.append(cell.columns, inside ? mark : ' ');
    if (inside) marked += cell.columns;
    at += cell.bytes;
  }
  if (window.end < line.size()) result.text += "…";
  if (marked == 0) {
    const size_t before = columns_up_to(line.substr(window.begin, begin - window.begin), 1u << 20);
    result.marks.resize(before + (window.begin > 0 ? 1 : 0), ' ');
    result.marks += mark;
  }
  result.marks.erase(result.marks.find_last_not_of(' ') + 1);
  return result;
}

std::string trimmed_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

void append_excerpt(std::string& out, const Location& at, Position begin,
                    const ExcerptOptions& options) {
  const Source& source = *at.source;
  const std::string_view line = source.line(begin.line);
  const size_t start = source.line_start(begin.line);
  const size_t from =
      std::min<size_t>(at.span.begin - std::min<size_t>(start, at.span.begin), line.size());
  const size_t to =
      std::min<size_t>(at.span.end - std::min<size_t>(start, at.span.end), line.size());
  const size_t used = options.gutter + 3;
  const size_t room = std::max(kLeastRoom, options.width > used ? options.width - used : 0);
  const Rendered shown =
      render_window(line, choose_window(line, from, room), from, to, options.mark);

  const auto muted = [&](std::string text) {
    return styled(std::move(text), Style::kMuted, options.colour);
  };
  const std::string number = std::to_string(begin.line);
  const std::string blank(options.gutter, ' ');
  const std::string padding(options.gutter - std::min(options.gutter, number.size()), ' ');
  out += muted(blank + " |") + '\n';
  out += trimmed_end(muted(padding + number + " |") + ' ' + shown.text) + '\n';

  const size_t indent = shown.marks.find_first_not_of(' ');
  std::string marks = shown.marks.substr(indent);
  if (at.span.end > source.line_start(begin.line + 1)) {
    const uint32_t last = source.position(at.span.end - 1).line;
    marks += " and " + counted(last - begin.line, "more line");
  }
  out += muted(blank + " |") + ' ' + std::string(indent, ' ') +
         styled(marks, options.style, options.colour) + '\n';
}

}  // namespace tizza::report
