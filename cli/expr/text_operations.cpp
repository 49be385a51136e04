#include "expr/text_operations.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "expr/failure.hpp"
#include "expr/heap.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

void check_size(uint64_t bytes) {
  if (bytes <= kMaxTextBytes) return;
  throw Failure("a text of " + std::to_string(bytes) + " bytes is above the limit of " +
                std::to_string(kMaxTextBytes));
}

bool ends_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

std::string repeated(std::string_view fill, int64_t count) {
  if (count <= 0) return {};
  check_size(fill.size() * std::min<uint64_t>(static_cast<uint64_t>(count), kMaxTextBytes + 1));
  std::string text;
  for (int64_t i = 0; i < count; ++i) text += fill;
  return text;
}

int64_t missing_width(std::string_view text, int64_t width) {
  return width - static_cast<int64_t>(utf8::count_code_points(text));
}

}  // namespace

std::vector<std::string_view> python_lines(std::string_view text, bool keep_ends) {
  std::vector<std::string_view> lines;
  size_t line = 0;
  for (size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text.substr(at));
    if (!ends_line(next.code_point)) {
      at += next.size;
      continue;
    }
    const bool is_pair = text.substr(at).starts_with("\r\n");
    const size_t end = at + (is_pair ? 2 : next.size);
    lines.push_back(text.substr(line, (keep_ends ? end : at) - line));
    at = line = end;
  }
  if (line < text.size()) lines.push_back(text.substr(line));
  return lines;
}

std::vector<std::string_view> split_space(std::string_view text, int64_t most) {
  std::vector<std::string_view> parts;
  text.remove_prefix(leading_space(text));
  while (!text.empty()) {
    if (most >= 0 && static_cast<int64_t>(parts.size()) == most) {
      parts.push_back(text.substr(0, text.size() - trailing_space(text)));
      break;
    }
    size_t end = 0;
    while (end < text.size()) {
      const auto next = utf8::decode(text.substr(end));
      if (is_space(next.code_point)) break;
      end += next.size;
    }
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(leading_space(text));
  }
  return parts;
}

std::string replace_text(std::string_view text, std::string_view from, std::string_view to,
                         int64_t count) {
  std::string result;
  size_t at = 0;
  while (count != 0) {
    size_t hit = at;
    if (!from.empty()) hit = text.find(from, at);
    if (hit == std::string_view::npos) break;
    result.append(text.substr(at, hit - at)).append(to);
    check_size(result.size());
    at = hit + from.size();
    if (count > 0) --count;
    if (!from.empty()) continue;
    if (at >= text.size()) return result;
    const size_t size = utf8::decode(text.substr(at)).size;
    result += text.substr(at, size);
    at += size;
  }
  return result.append(text.substr(at));
}

std::string_view strip_characters(std::string_view text, std::string_view characters, bool left,
                                  bool right) {
  const auto is_stripped = [&](std::string_view c) {
    return characters.find(c) != std::string_view::npos;
  };
  while (left && !text.empty()) {
    const size_t size = utf8::decode(text).size;
    if (!is_stripped(text.substr(0, size))) break;
    text.remove_prefix(size);
  }
  while (right && !text.empty()) {
    size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    if (!is_stripped(text.substr(start))) break;
    text = text.substr(0, start);
  }
  return text;
}

std::string spaces(int64_t count) {
  return repeated(" ", count);
}

std::string pad_left(std::string_view text, int64_t width, std::string_view fill) {
  return repeated(fill, missing_width(text, width)) + std::string(text);
}

std::string pad_right(std::string_view text, int64_t width, std::string_view fill) {
  return std::string(text) + repeated(fill, missing_width(text, width));
}

std::string center_text(std::string_view text, int64_t width, std::string_view fill) {
  const int64_t pad = missing_width(text, width);
  if (pad <= 0) return std::string(text);
  // Python puts the odd one to the left where the width is odd.
  const int64_t left = pad / 2 + (pad & width & 1);
  return repeated(fill, left) + std::string(text) + repeated(fill, pad - left);
}

}  // namespace tizza::expr
