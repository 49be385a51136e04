#include "base/source.hpp"

#include <algorithm>
#include <cstring>

#include "base/utf8.hpp"

namespace tizza {

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)) {}

std::string_view Source::slice(Span span) const {
  return std::string_view(text_).substr(std::min<size_t>(span.begin, text_.size()), span.size());
}

const std::vector<uint32_t>& Source::starts() const {
  std::call_once(indexed_, [this] {
    starts_.push_back(0);
    const char* text = text_.data();
    for (size_t at = 0; at < text_.size(); ++at) {
      const bool ends_line = text[at] == '\n' ||
                             (text[at] == '\r' && (at + 1 == text_.size() || text[at + 1] != '\n'));
      if (ends_line) starts_.push_back(static_cast<uint32_t>(at + 1));
    }
  });
  return starts_;
}

Position Source::position(uint32_t offset) const {
  offset = std::min<uint32_t>(offset, static_cast<uint32_t>(text_.size()));
  const auto& lines = starts();
  const auto next = std::upper_bound(lines.begin(), lines.end(), offset);
  const uint32_t start = *(next - 1);
  const auto before = std::string_view(text_).substr(start, offset - start);
  return {static_cast<uint32_t>(next - lines.begin()),
          static_cast<uint32_t>(utf8::count_code_points(before)) + 1};
}

uint32_t Source::offset(Position position) const {
  const uint32_t start = line_start(position.line);
  const auto content = line(position.line);
  return start + static_cast<uint32_t>(utf8::byte_of_code_point(content, position.column - 1));
}

uint32_t Source::line_count() const {
  return static_cast<uint32_t>(starts().size());
}

uint32_t Source::line_start(uint32_t number) const {
  const auto& lines = starts();
  if (number == 0) return 0;
  return number <= lines.size() ? lines[number - 1] : static_cast<uint32_t>(text_.size());
}

std::string_view Source::line(uint32_t number) const {
  const uint32_t begin = line_start(number);
  uint32_t end = line_start(number + 1);
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return std::string_view(text_).substr(begin, end - begin);
}

}  // namespace tizza
