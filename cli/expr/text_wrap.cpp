#include <algorithm>

#include "base/utf8.hpp"
#include "expr/text_index.hpp"
#include "expr/text_operations.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

/// Splits a line into words, white space and the parts of hyphenated words.
class Chunks {
 public:
  Chunks(std::string_view line, bool breaks_hyphens)
      : line_(line), breaks_hyphens_(breaks_hyphens) {}

  std::vector<std::string_view> run() {
    size_t begin = 0;
    for (size_t at = 0; at < line_.size();) {
      const bool in_space = is_space_at(at);
      size_t end = at;
      while (end < line_.size() && is_space_at(end) == in_space) {
        ++end;
        if (!in_space && end < line_.size() && is_break(end)) add(begin, end);
      }
      add(begin, end);
      at = end;
    }
    return std::move(chunks_);
  }

 private:
  bool is_space_at(size_t at) const {
    const char c = line_[at];
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
  // Bytes of other alphabets count as letters.
  bool is_letter_at(size_t at) const {
    if (at >= line_.size()) return false;
    const auto c = static_cast<unsigned char>(line_[at]);
    return c >= 0x80 || is_alpha(c);
  }
  bool is_hyphen_at(size_t at) const { return at < line_.size() && line_[at] == '-'; }

  // Whether a word may be broken in front of byte `at`: behind a hyphen between letters.
  bool is_break(size_t at) const {
    if (!breaks_hyphens_ || !is_hyphen_at(at - 1) || at < 3) return false;
    const bool is_behind_letters = is_letter_at(at - 2) && is_letter_at(at - 3);
    const bool is_behind_hyphen =
        at >= 4 && is_letter_at(at - 2) && is_hyphen_at(at - 3) && is_letter_at(at - 4);
    if (!is_behind_letters && !is_behind_hyphen) return false;
    if (!is_letter_at(at)) return false;
    return is_letter_at(at + 1) || (is_hyphen_at(at + 1) && is_letter_at(at + 2));
  }

  void add(size_t& begin, size_t end) {
    if (end > begin) chunks_.push_back(line_.substr(begin, end - begin));
    begin = end;
  }

  std::string_view line_;
  bool breaks_hyphens_;
  std::vector<std::string_view> chunks_;
};

int64_t width_of(std::string_view text) {
  return static_cast<int64_t>(utf8::count_code_points(text));
}

bool is_blank(std::string_view chunk) {
  return leading_space(chunk) == chunk.size();
}

}  // namespace

std::vector<std::string> wrap_line(std::string_view line, const WrapStyle& style) {
  auto chunks = Chunks(line, style.breaks_hyphens).run();
  std::vector<std::string> lines;
  size_t next = 0;
  while (next < chunks.size()) {
    std::vector<std::string_view> parts;
    int64_t width = 0;
    if (!lines.empty() && is_blank(chunks[next])) ++next;
    while (next < chunks.size() && width + width_of(chunks[next]) <= style.width) {
      width += width_of(chunks[next]);
      parts.push_back(chunks[next++]);
    }
    if (next < chunks.size() && width_of(chunks[next]) > style.width) {
      const auto room = static_cast<size_t>(style.width - width);
      if (style.breaks_words) {
        const TextIndex index(chunks[next]);
        size_t cut = room;
        if (style.breaks_hyphens && index.size() > room && room > 0) {
          const size_t hyphen = index.range(0, room).rfind('-');
          const auto before = chunks[next].substr(0, hyphen == std::string_view::npos ? 0 : hyphen);
          const bool has_word = before.find_first_not_of('-') != std::string_view::npos;
          if (hyphen != std::string_view::npos && hyphen > 0 && has_word) {
            cut = utf8::count_code_points(before) + 1;
          }
        }
        if (room == 0 && parts.empty()) cut = 1;
        // An empty part too: it keeps the white space in front of it, as in Python.
        parts.push_back(index.range(0, cut));
        chunks[next] = index.range(cut, index.size());
      } else if (parts.empty()) {
        parts.push_back(chunks[next++]);
      }
    }
    if (!parts.empty() && is_blank(parts.back())) parts.pop_back();
    if (parts.empty()) continue;
    std::string text;
    for (const auto part : parts) text += part;
    lines.push_back(std::move(text));
  }
  return lines;
}

}  // namespace tizza::expr
