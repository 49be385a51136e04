#include "text/yaml_empty_blocks.hpp"

#include <algorithm>

#include "text/yaml_places.hpp"

namespace tizza::yaml {
namespace {

constexpr char kMask = 'x';

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

size_t skip_spaces(std::string_view line, size_t at) {
  while (at < line.size() && is_space(line[at])) ++at;
  return at;
}

/// Where the header of a block scalar ends the line, without an indentation of its own.
size_t header_of(std::string_view line) {
  size_t end = line.find(" #");
  if (end == std::string_view::npos) end = line.size();
  while (end > 0 && (is_space(line[end - 1]) || line[end - 1] == '\r')) --end;
  if (end > 0 && (line[end - 1] == '+' || line[end - 1] == '-')) --end;
  const bool is_header = end > 0 && (line[end - 1] == '|' || line[end - 1] == '>') &&
                         (end == 1 || is_space(line[end - 2]));
  return is_header ? end - 1 : std::string_view::npos;
}

/// Whether this is a key with its colon, and not only an anchor or a tag.
bool is_key(std::string_view text) {
  for (size_t colon = text.find(':'); colon != std::string_view::npos;
       colon = text.find(':', colon + 1)) {
    if (colon + 1 == text.size() || is_space(text[colon + 1])) return true;
  }
  return false;
}

/// The column of the key or of the dash to which the header belongs; 0 where it is unknown.
size_t holder_column(std::string_view line, size_t header) {
  size_t holder = 0;
  size_t at = skip_spaces(line, 0);
  while (at + 1 < header && (line[at] == '-' || line[at] == '?' || line[at] == ':') &&
         is_space(line[at + 1])) {
    holder = at;
    at = skip_spaces(line, at + 1);
  }
  return is_key(line.substr(at, header - at)) ? at : holder;
}

}  // namespace

EmptyBlocks::EmptyBlocks(std::string_view text) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const size_t header = header_of(line);
    if (header != std::string_view::npos) {
      const auto at = static_cast<uint32_t>(begin + header);
      const uint32_t next = lines_below(text, at).end;
      const size_t column = next - line_start(text, next, 0);
      if (next < text.size() && column > 0 && column == holder_column(line, header)) {
        headers_.push_back(at);
      }
    }
    begin = end + 1;
  }
}

std::string EmptyBlocks::masked(std::string_view text) const {
  std::string copy(text);
  for (const uint32_t header : headers_) copy[header] = kMask;
  return copy;
}

bool EmptyBlocks::meet(uint32_t offset) {
  while (next_ < headers_.size() && headers_[next_] < offset) ++next_;
  if (next_ == headers_.size() || headers_[next_] != offset) return false;
  met_.push_back(offset);
  return true;
}

bool EmptyBlocks::drop_others() {
  const bool had_others = met_.size() < headers_.size();
  headers_ = std::move(met_);
  met_.clear();
  next_ = 0;
  return had_others;
}

Span lines_below(std::string_view text, uint32_t offset) {
  const size_t end = std::min(text.find('\n', offset), text.size() - 1);
  const auto begin = static_cast<uint32_t>(end + 1);
  return {begin, skip_spaces_and_lines(text, begin)};
}

std::string empty_block_text(std::string_view text, uint32_t offset) {
  const bool keeps_lines = text.substr(offset + 1).starts_with('+');
  if (!keeps_lines) return {};
  const auto [begin, end] = lines_below(text, offset);
  const auto lines = text.substr(begin, end - begin);
  return std::string(static_cast<size_t>(std::count(lines.begin(), lines.end(), '\n')), '\n');
}

}  // namespace tizza::yaml
