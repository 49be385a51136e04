#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace tizza::yaml {

/// A source as libyaml takes it, and the way back: places that it counts in characters, scalars
/// that it gives.
///
/// Left out is a byte order mark, which libyaml would count as a column. U+0085, U+2028 and U+2029
/// end lines in YAML 1.1, which libyaml reads, but not in YAML 1.2 (chapter 5.4): each is replaced
/// by a character of the same length that the text does not hold.
///
/// Lone tabs are those before a comment or a line end with nothing else in front of them. YAML
/// allows them (1.2.2, chapter 6.7), libyaml does not.
class Input {
 public:
  explicit Input(const Source& source);

  std::string_view text() const { return whole().substr(start_); }

  /// The byte of the source at which a character of text() starts. Fast where it is asked from
  /// front to back.
  uint32_t offset(size_t character);
  /// The byte of the source that is byte number `byte` of text().
  uint32_t offset_of_byte(size_t byte) const { return start_ + static_cast<uint32_t>(byte); }

  /// Whether `scalar`, which libyaml gave, stands in the source at `span` letter by letter.
  bool stands_at(Span span, std::string_view scalar) const {
    return whole().substr(span.begin, span.size()) == scalar;
  }
  /// What `scalar` is in the source.
  std::string original(std::string_view scalar) const;

  bool is_lone_tab(uint32_t offset) const;
  /// From now on text() has spaces in their place.
  void replace_lone_tabs();
  /// Whether a line on which that was done starts in `span`.
  bool has_replaced_tabs(Span span) const;

 private:
  struct Replacement {
    std::string original;
    std::string stand_in;
  };

  std::string_view whole() const { return replaced_.empty() ? text_ : replaced_; }

  std::string_view text_;
  uint32_t start_;
  bool is_ascii_;
  std::string replaced_;  // empty where nothing is
  std::vector<Replacement> replacements_;
  std::vector<uint32_t> lines_of_tabs_;  // where they start, ascending
  size_t character_ = 0;                 // the last one asked for
  size_t byte_;                          // and where it starts
};

}  // namespace tizza::yaml
