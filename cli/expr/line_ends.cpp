#include "expr/line_ends.hpp"

namespace tizza::expr {

std::string with_line_ends(std::string_view text, std::string_view line_end) {
  if (line_end.empty()) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r' && text[i] != '\n') {
      result += text[i];
      continue;
    }
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    result += line_end;
  }
  return result;
}

}  // namespace tizza::expr
