#pragma once
#include <string>

#include "base/source.hpp"
#include "report/style.hpp"

namespace tizza::report {

/// A line of source as it may be shown, in three parts: before, in and behind a span. Where the
/// line was cut stands `…`.
struct MarkedLine {
  std::string before;
  std::string marked;
  std::string behind;
};

/// The bytes from `begin` to `end` in their line, which is cut around them to `room` columns.
MarkedLine marked_line(std::string_view line, size_t begin, size_t end, size_t room);

/// The same for line `number` of a source and the part of `span` that it holds.
MarkedLine marked_line(const Source& source, uint32_t number, Span span, size_t room);

/// How one line of source is shown under a diagnostic.
struct ExcerptOptions {
  size_t gutter = 1;  ///< Columns of the line numbers.
  char mark = '^';
  Style style = Style::kError;
  bool colour = false;
  size_t width = 80;  ///< Of the terminal; longer lines are cut around the span.
};

/// Appends the first line of a span with marks below its exact extent:
///
///       |
///     3 |   name: café
///       |         ^^^^
///
/// A span over several lines says how many follow; an empty one is marked by one character.
void append_excerpt(std::string& out, const Location& at, Position begin,
                    const ExcerptOptions& options);

/// How many further lines a span that starts in line `first` reaches into.
uint32_t more_lines(const Location& at, uint32_t first);

}  // namespace tizza::report
