#include "base/natural.hpp"

#include <algorithm>

namespace tizza {

Natural Natural::from_digits(std::string_view digits) {
  const size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  Natural number;
  number.digits_ = digits.substr(first);
  return number;
}

Natural Natural::next() const {
  Natural result = *this;
  for (auto digit = result.digits_.rbegin(); digit != result.digits_.rend(); ++digit) {
    if (*digit != '9') {
      ++*digit;
      return result;
    }
    *digit = '0';
  }
  result.digits_.insert(0, 1, '1');
  return result;
}

std::strong_ordering Natural::operator<=>(const Natural& other) const {
  if (const auto order = digits_.size() <=> other.digits_.size(); order != 0) return order;
  return digits_ <=> other.digits_;
}

bool is_all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace tizza
