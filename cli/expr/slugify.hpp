#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/regex.hpp"

namespace tizza::expr {

struct SlugStyle {
  int64_t max_length = 0;  ///< 0 for any.
  bool keeps_words = false;
  bool keeps_order = false;
  std::string separator = "-";
  std::vector<std::string> stop_words;
  std::vector<std::pair<std::string, std::string>> replacements;
  std::optional<Regex> refused;  ///< What becomes a hyphen; none: all but ASCII letters and digits.
  bool lower_case = true;
};

/// A text as a part of a path or an address: `Árvíztűrő Fúró!` becomes `arvizturo-furo`. What has
/// no ASCII form in transliterations() is left out.
std::string slug_of(std::string_view text, const SlugStyle& style);

}  // namespace tizza::expr
