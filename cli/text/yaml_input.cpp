#include "text/yaml_input.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/readable_text.hpp"

namespace tizza::yaml {
namespace {

/// Characters that end lines in YAML 1.1 only, and the first of those that may stand for it: ones
/// of the same length that hardly anybody writes.
struct OldLineEnd {
  std::string_view bytes;
  char32_t first_stand_in;
};
constexpr std::array kOldLineEnds = {
    OldLineEnd{"\xC2\x85", 0x710},       // Syriac
    OldLineEnd{"\xE2\x80\xA8", 0xE100},  // private use
    OldLineEnd{"\xE2\x80\xA9", 0xE200},
};

bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

constexpr std::string_view kBlanks = " \t";

/// Whether nothing but a comment stands from `at` on, npos being the end.
bool ends_line(std::string_view text, size_t at) {
  return at == std::string_view::npos || text[at] == '\n' || text[at] == '\r' || text[at] == '#';
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Of the ten characters from `first` on, the first that stands in the text neither itself nor, as
/// far as its digits tell, as an escape; empty where there is none.
std::string unused_character(std::string_view text, char32_t first) {
  for (char32_t code_point = first; code_point < first + 10; ++code_point) {
    std::string character;
    utf8::append(character, code_point);
    const bool is_used = holds(text, character) ||
                         holds(text, fmt::format("{:X}", static_cast<uint32_t>(code_point))) ||
                         holds(text, fmt::format("{:x}", static_cast<uint32_t>(code_point)));
    if (!is_used) return character;
  }
  return {};
}

}  // namespace

Input::Input(const Source& source)
    : text_(source.text()),
      start_(text_start(source)),
      is_ascii_(std::none_of(text_.begin() + start_, text_.end(), is_beyond_ascii)),
      byte_(start_) {
  if (is_ascii_) return;
  for (const auto& [bytes, first_stand_in] : kOldLineEnds) {
    if (!holds(text_, bytes)) continue;
    std::string stand_in = unused_character(text_, first_stand_in);
    if (stand_in.empty()) continue;
    replaced_ = replace_all(whole(), bytes, stand_in);
    replacements_.push_back({std::string(bytes), std::move(stand_in)});
  }
}

std::string Input::original(std::string_view scalar) const {
  std::string text(scalar);
  for (const auto& [original, stand_in] : replacements_) {
    text = replace_all(text, stand_in, original);
  }
  return text;
}

bool Input::is_lone_tab(uint32_t offset) const {
  if (offset >= text_.size() || text_[offset] != '\t') return false;
  const size_t before = text_.substr(0, offset).find_last_not_of(kBlanks);
  const bool leads_line = before == std::string_view::npos || before < start_ ||
                          text_[before] == '\n' || text_[before] == '\r';
  return leads_line && ends_line(text_, text_.find_first_not_of(kBlanks, offset));
}

void Input::replace_lone_tabs() {
  replaced_ = whole();
  size_t line = start_;
  while (line < replaced_.size()) {
    const size_t behind = replaced_.find_first_not_of(kBlanks, line);
    const size_t end = std::min(behind, replaced_.size());
    const auto blanks = std::string_view(replaced_).substr(line, end - line);
    if (blanks.find('\t') != std::string_view::npos && ends_line(replaced_, behind)) {
      lines_of_tabs_.push_back(static_cast<uint32_t>(line));
      std::fill_n(replaced_.begin() + static_cast<std::ptrdiff_t>(line), blanks.size(), ' ');
    }
    line = std::min(replaced_.find_first_of("\n\r", end), replaced_.size()) + 1;
  }
}

bool Input::has_replaced_tabs(Span span) const {
  const auto next = std::lower_bound(lines_of_tabs_.begin(), lines_of_tabs_.end(), span.begin);
  return next != lines_of_tabs_.end() && *next < span.end;
}

uint32_t Input::offset(size_t character) {
  if (is_ascii_) return start_ + static_cast<uint32_t>(std::min(character, text().size()));
  for (; character_ < character && byte_ < text_.size(); ++character_) {
    ++byte_;
    while (byte_ < text_.size() && is_continuation(text_[byte_])) ++byte_;
  }
  for (; character_ > character && byte_ > start_; --character_) {
    --byte_;
    while (is_continuation(text_[byte_])) --byte_;
  }
  return static_cast<uint32_t>(byte_);
}

}  // namespace tizza::yaml
