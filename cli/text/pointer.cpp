#include "text/pointer.hpp"

#include "base/strings.hpp"

namespace tizza {

std::string escape_pointer_token(std::string_view token) {
  return replace_all(replace_all(token, "~", "~0"), "/", "~1");
}

std::vector<std::string> pointer_tokens(std::string_view pointer) {
  std::vector<std::string> tokens;
  const size_t first = pointer.find('/');
  if (first == std::string_view::npos) return tokens;
  for (const auto token : split(pointer.substr(first + 1), '/')) {
    tokens.push_back(replace_all(replace_all(token, "~1", "/"), "~0", "~"));
  }
  return tokens;
}

}  // namespace tizza
