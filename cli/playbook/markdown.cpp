#include "playbook/markdown.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "report/printable.hpp"

namespace tizza::playbook {
namespace {

std::string on_one_line(std::string_view text) {
  std::string line = report::printable(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// One backtick more than the longest row of them in the text, at least `least`.
std::string fence_for(std::string_view text, size_t least) {
  size_t longest = 0;
  size_t row = 0;
  for (const char c : text) {
    row = c == '`' ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  return std::string(std::max(least, longest + 1), '`');
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (const char c : on_one_line(text)) {
    if (std::string_view("\\`*_[]<>&#|~!").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string markdown_code(std::string_view text) {
  const std::string line = on_one_line(text);
  const std::string fence = fence_for(line, 1);
  const bool touches = line.starts_with('`') || line.ends_with('`');
  const std::string pad = touches ? " " : "";
  return fence + pad + line + pad + fence;
}

std::string markdown_block(std::string_view text, std::string_view indent) {
  const std::string shown = report::printable(text);
  const std::string fence = fence_for(shown, 3);
  std::string block = std::string(indent) + fence + "\n";
  for (const auto line : split_lines(shown)) {
    block += std::string(indent) + std::string(line) + "\n";
  }
  return block + std::string(indent) + fence + "\n";
}

}  // namespace tizza::playbook
