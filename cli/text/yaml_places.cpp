#include "text/yaml_places.hpp"

#include <algorithm>

namespace tizza::yaml {
namespace {

uint32_t find_first_of(std::string_view text, std::string_view characters, uint32_t from) {
  return static_cast<uint32_t>(std::min(text.find_first_of(characters, from), text.size()));
}

uint32_t tag_end(std::string_view text, uint32_t begin) {
  const bool is_verbatim = text.substr(begin).starts_with("!<");
  if (!is_verbatim) return find_first_of(text, " \t\n\r,[]{}", begin);
  return std::min(find_first_of(text, ">", begin) + 1, static_cast<uint32_t>(text.size()));
}

uint32_t anchor_end(std::string_view text, uint32_t begin) {
  return find_first_of(text, " \t\n\r,[]{}?:%@`", begin);
}

}  // namespace

uint32_t skip_blank(std::string_view text, uint32_t offset) {
  for (;;) {
    const size_t next = text.find_first_not_of(" \t\n\r", offset);
    if (next == std::string_view::npos) return static_cast<uint32_t>(text.size());
    if (text[next] != '#') return static_cast<uint32_t>(next);
    offset = find_first_of(text, "\n\r", static_cast<uint32_t>(next));
  }
}

WrittenProperties properties_at(std::string_view text, uint32_t begin) {
  WrittenProperties written{{begin, begin}, {}, begin};
  bool has_anchor = false;
  while (written.node < text.size()) {
    const char indicator = text[written.node];
    if (indicator == '&' && !has_anchor) {
      has_anchor = true;
      written.span.end = anchor_end(text, written.node);
    } else if (indicator == '!' && written.tag.size() == 0) {
      written.tag = {written.node, tag_end(text, written.node)};
      written.span.end = written.tag.end;
    } else {
      break;
    }
    written.node = skip_blank(text, written.span.end);
  }
  return written;
}

Span block_scalar_span(std::string_view text, Span marked) {
  const uint32_t indicators_end = static_cast<uint32_t>(
      std::min(text.find_first_not_of("+-0123456789", marked.begin + 1), text.size()));
  const uint32_t header_end = find_first_of(text, "\n\r", indicators_end);
  const std::string_view indicators = text.substr(marked.begin, indicators_end - marked.begin);
  const bool keeps_empty_lines = indicators.find('+') != std::string_view::npos;
  uint32_t end = std::max(marked.end, header_end);
  const auto drop = [&](std::string_view bytes) {
    const bool drops = end > header_end && bytes.find(text[end - 1]) != std::string_view::npos;
    if (drops) --end;
    return drops;
  };
  if (keeps_empty_lines) {
    drop("\n");
    drop("\r");
  } else {
    while (drop("\n\r")) {
    }
  }
  return {marked.begin, end == header_end ? indicators_end : end};
}

}  // namespace tizza::yaml
