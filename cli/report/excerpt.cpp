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

/// What is shown of the bytes from `from` to `to`.
std::string shown(std::string_view line, size_t from, size_t to) {
  std::string text;
  while (from < to) {
    const Cell cell = next_cell(line.substr(from));
    text += cell.text;
    from += cell.bytes;
  }
  return text;
}

std::string trimmed_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

MarkedLine marked_line(std::string_view line, size_t begin, size_t end, size_t room) {
  const Window window = choose_window(line, begin, room);
  const auto inside = [&](size_t at) { return std::clamp(at, window.begin, window.end); };
  MarkedLine result;
  if (window.begin > 0) result.before = "…";
  result.before += shown(line, window.begin, inside(begin));
  result.marked = shown(line, inside(begin), inside(end));
  result.behind = shown(line, inside(std::max(begin, end)), window.end);
  if (window.end < line.size()) result.behind += "…";
  return result;
}

MarkedLine marked_line(const Source& source, uint32_t number, Span span, size_t room) {
  const std::string_view line = source.line(number);
  const size_t start = source.line_start(number);
  const auto in_line = [&](size_t at) {
    return std::min<size_t>(at - std::min(start, at), line.size());
  };
  return marked_line(line, in_line(span.begin), in_line(span.end), room);
}

uint32_t more_lines(const Location& at, uint32_t first) {
  if (at.span.end <= at.source->line_start(first + 1)) return 0;
  return at.source->position(at.span.end - 1).line - first;
}

void append_excerpt(std::string& out, const Location& at, Position begin,
                    const ExcerptOptions& options) {
  const size_t used = options.gutter + 3;
  const size_t room = std::max(kLeastRoom, options.width > used ? options.width - used : 0);
  const MarkedLine line = marked_line(*at.source, begin.line, at.span, room);

  const auto muted = [&](std::string text) {
    return styled(std::move(text), Style::kMuted, options.colour);
  };
  const std::string number = std::to_string(begin.line);
  const std::string blank(options.gutter, ' ');
  const std::string padding(options.gutter - std::min(options.gutter, number.size()), ' ');
  out += muted(blank + " |") + '\n';
  out +=
      trimmed_end(muted(padding + number + " |") + ' ' + line.before + line.marked + line.behind) +
      '\n';

  const size_t columns = std::max<size_t>(utf8::display_width(line.marked), 1);
  std::string marks(columns, options.mark);
  if (const uint32_t more = more_lines(at, begin.line); more > 0) {
    marks += " and " + counted(more, "more line");
  }
  out += muted(blank + " |") + ' ' + std::string(utf8::display_width(line.before), ' ') +
         styled(marks, options.style, options.colour) + '\n';
}

}  // namespace tizza::report
