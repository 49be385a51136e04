#include "spec/rules/media_type.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tizza::spec {
namespace {

constexpr size_t kMostCharacters = 127;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A restricted-name.
bool is_name(std::string_view name) {
  constexpr std::string_view kOthers = "!#$&-^_.+";
  return !name.empty() && name.size() <= kMostCharacters && is_letter_or_digit(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return is_letter_or_digit(c) || kOthers.find(c) != std::string_view::npos;
         });
}

}  // namespace

bool is_media_type(std::string_view text) {
  const std::string_view essence = trim(text.substr(0, text.find(';')));
  const size_t slash = essence.find('/');
  return slash != std::string_view::npos && is_name(essence.substr(0, slash)) &&
         is_name(essence.substr(slash + 1));
}

}  // namespace tizza::spec
