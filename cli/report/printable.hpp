#pragma once
#include <string>
#include <string_view>

namespace tizza::report {

/// The next piece of a text as it may reach a terminal, and the columns it takes there.
struct Cell {
  std::string text;
  size_t columns = 1;
  uint32_t bytes = 1;  ///< How much of the input it stands for.
};

/// The cell of the code point at the start of `text`, which must not be empty. A tab is four
/// blanks; control characters become their pictures (U+2400 on) and characters that turn the
/// direction of writing U+FFFD, so that no input can drive the terminal or hide what it says.
Cell next_cell(std::string_view text);

/// All of `text` in such cells; line ends stay.
std::string printable(std::string_view text);

/// The same on one line: line ends become pictures too.
std::string printable_line(std::string_view text);

}  // namespace tizza::report
