#include "text/yaml_places.hpp"

#include <algorithm>

namespace tizza::yaml {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Behind the `|` and its indicators; says whether they keep blank lines.
uint32_t header_end(std::string_view text, uint32_t begin, bool& keeps_blank_lines) {
  uint32_t end = begin + 1;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '+') keeps_blank_lines = true;
    if (c != '+' && c != '-' && (c < '0' || c > '9')) break;
  }
  return end;
}

}  // namespace

uint32_t skip_blank(std::string_view text, uint32_t offset) {
  for (; offset < text.size(); ++offset) {
    if (text[offset] == '#') {
      const size_t line_end = text.find_first_of("\n\r", offset);
      offset = static_cast<uint32_t>(std::min(line_end, text.size() - 1));
    } else if (!is_blank(text[offset])) {
      break;
    }
  }
  return offset;
}

bool has_line_break(std::string_view text) {
  return text.find_first_of("\n\r") != std::string_view::npos;
}

uint32_t skip_spaces_and_lines(std::string_view text, uint32_t offset) {
  while (offset < text.size() && is_blank(text[offset])) ++offset;
  return offset;
}

uint32_t line_start(std::string_view text, uint32_t offset, uint32_t text_start) {
  while (offset > text_start && text[offset - 1] != '\n' && text[offset - 1] != '\r') --offset;
  return offset;
}

uint32_t place_of_empty(std::string_view text, uint32_t last_end, Role role) {
  const uint32_t next = skip_blank(text, last_end);
  const char indicator = next < text.size() ? text[next] : '\0';
  switch (role) {
    case Role::kRoot:
      return last_end;
    case Role::kItem:
      return indicator == '-' ? next + 1 : last_end;
    case Role::kValue:
      return indicator == ':' ? next + 1 : last_end;
    case Role::kKey:
      if (indicator == '?') return next + 1;
      return indicator == ':' ? next : last_end;
  }
  return last_end;
}

Span block_scalar_span(std::string_view text, Span content, uint32_t search_from) {
  uint32_t begin = skip_blank(text, search_from);
  while (begin < content.begin && text[begin] != '|' && text[begin] != '>') {
    begin = skip_blank(text, begin + 1);
  }
  bool keeps_blank_lines = false;
  const uint32_t behind_header = header_end(text, begin, keeps_blank_lines);
  uint32_t end = content.end;
  // The mark goes on to the first token behind, over its indentation.
  while (end < text.size() && end > content.begin &&
         (text[end - 1] == ' ' || text[end - 1] == '\t')) {
    --end;
  }
  const auto drop = [&](std::string_view bytes) {
    const bool drops = end > content.begin && bytes.find(text[end - 1]) != std::string_view::npos;
    if (drops) --end;
    return drops;
  };
  if (keeps_blank_lines) {
    drop("\n");
    drop("\r");
  } else {
    while (drop("\r\n")) {
    }
  }
  const bool has_kept_lines = keeps_blank_lines && content.size() > 0;
  return {begin, end == content.begin && !has_kept_lines ? behind_header : end};
}

std::string unquote_single(std::string_view inside) {
  std::string text;
  for (size_t at = 0; at < inside.size();) {
    const char c = inside[at];
    if (c == '\'') {
      text += c;
      at += 2;
    } else if (c == '\n' || c == '\r') {
      text.resize(text.find_last_not_of(" \t") + 1);
      size_t breaks = 0;
      for (; at < inside.size() && is_blank(inside[at]); ++at) {
        const bool is_second_half = inside[at] == '\n' && at > 0 && inside[at - 1] == '\r';
        if ((inside[at] == '\n' || inside[at] == '\r') && !is_second_half) ++breaks;
      }
      text.append(breaks == 1 ? " " : std::string(breaks - 1, '\n'));
    } else {
      text += c;
      ++at;
    }
  }
  return text;
}

}  // namespace tizza::yaml
