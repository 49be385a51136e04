#pragma once
#include <string>

#include "base/source.hpp"
#include "report/report.hpp"
#include "report/style.hpp"

namespace tizza::report {

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

}  // namespace tizza::report
