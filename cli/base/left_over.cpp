#include "base/left_over.hpp"

#include <algorithm>

namespace tizza {

bool is_left_over(std::string_view name) {
  constexpr std::string_view kMark = ".tizza-";
  constexpr size_t kDigits = 16;
  if (!name.starts_with('.') || name.size() <= kMark.size() + kDigits) return false;
  const auto digits = name.substr(name.size() - kDigits);
  name.remove_suffix(kDigits);
  return name.ends_with(kMark) && std::all_of(digits.begin(), digits.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace tizza
