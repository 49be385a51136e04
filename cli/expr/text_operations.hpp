#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What Python's string methods do, on plain texts. Lengths are characters, not bytes. What would
/// grow above kMaxTextBytes fails before it is made.
namespace tizza::expr {

/// The lines as str.splitlines has them: ended by LF, CR, CR LF, VT, FF, FS, GS, RS, NEL, LS or PS.
std::vector<std::string_view> python_lines(std::string_view text, bool keep_ends = false);

/// What stands between runs of white space: at most `most` + 1 parts, or all where it is below 0.
std::vector<std::string_view> split_space(std::string_view text, int64_t most = -1);

/// `count` below 0 replaces all. An empty `from` matches between all characters.
std::string replace_text(std::string_view text, std::string_view from, std::string_view to,
                         int64_t count);

std::string_view strip_characters(std::string_view text, std::string_view characters, bool left,
                                  bool right);

std::string spaces(int64_t count);
/// Filled up to `width` characters with `fill`, one character.
std::string pad_left(std::string_view text, int64_t width, std::string_view fill);
std::string pad_right(std::string_view text, int64_t width, std::string_view fill);
std::string center_text(std::string_view text, int64_t width, std::string_view fill);

struct WrapStyle {
  int64_t width = 79;
  bool breaks_words = true;
  bool breaks_hyphens = true;
};
/// One line as Python's textwrap.wrap breaks it, without changing its white space.
std::vector<std::string> wrap_line(std::string_view line, const WrapStyle& style);

}  // namespace tizza::expr
