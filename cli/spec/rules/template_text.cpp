#include "spec/rules/template_text.hpp"

namespace tizza::spec {

std::vector<std::string_view> template_names(std::string_view text) {
  std::vector<std::string_view> names;
  for (size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    const size_t close = text.find_first_of("{}", open + 1);
    if (close == std::string_view::npos || text[close] == '{') continue;
    names.push_back(text.substr(open + 1, close - open - 1));
  }
  return names;
}

Place part_of(Node scalar, std::string_view part) {
  const size_t at = scalar.raw().find(part);
  if (part.empty() || at == std::string_view::npos) return scalar;
  const uint32_t begin = scalar.span().begin + static_cast<uint32_t>(at);
  return {scalar, {begin, begin + static_cast<uint32_t>(part.size())}};
}

}  // namespace tizza::spec
