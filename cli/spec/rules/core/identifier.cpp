#include "spec/rules/core/identifier.hpp"

#include "base/strings.hpp"

namespace tizza::spec {

std::string plain_identifier(std::string_view id) {
  std::string plain = to_lower(id);
  std::erase_if(plain, [](unsigned char c) {
    const bool is_letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    return !is_letter_or_digit;
  });
  return plain;
}

}  // namespace tizza::spec
