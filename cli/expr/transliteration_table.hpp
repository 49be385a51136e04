#pragma once
#include <string_view>
#include <vector>

namespace tizza::expr {

/// A character and how it is written in ASCII.
struct Transliteration {
  char32_t character;
  std::string_view ascii;
};

/// Latin, Greek and Cyrillic letters and common signs, by character.
const std::vector<Transliteration>& transliterations();

}  // namespace tizza::expr
