#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// UTF-8 as RFC 3629 has it. Functions that are not named `is_valid` take any bytes: what is no
/// valid sequence counts as one code point a byte.
namespace tizza::utf8 {

/// One decoded code point and the bytes it took.
struct Decoded {
  char32_t code_point = 0xFFFD;
  uint32_t size = 1;
  bool valid = false;
};

/// Decodes the code point at the start of `text`, which must not be empty.
Decoded decode(std::string_view text);

/// Appends the encoding of `code_point`; U+FFFD where it is a surrogate or above U+10FFFF.
void append(std::string& to, char32_t code_point);

/// The offset of the first byte that is not valid UTF-8, or npos.
size_t find_invalid(std::string_view text);

size_t count_code_points(std::string_view text);

/// The byte at which code point number `index` (from 0) starts; the size where there are fewer.
size_t byte_of_code_point(std::string_view text, size_t index);

/// The columns that `text` takes in a terminal: 2 for East Asian wide and emoji, 0 for combining
/// marks and zero-width characters, 1 for all others (Unicode Standard Annex 11).
size_t display_width(std::string_view text);

}  // namespace tizza::utf8
