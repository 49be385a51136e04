#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "text/document.hpp"

namespace tizza {

/// The text around a collection that is to be edited: lines, indentation, and where entries end.
/// Offsets are bytes of the whole text.
class Surroundings {
 public:
  explicit Surroundings(Node collection);

  std::string_view text() const { return text_; }

  uint32_t line_start(uint32_t offset) const;
  /// The end of the line's content; behind it stand the line end's bytes, if any.
  uint32_t line_end(uint32_t offset) const;
  uint32_t next_line(uint32_t offset) const;
  uint32_t skip_blanks(uint32_t offset) const;
  uint32_t back_over_blanks(uint32_t offset) const;
  bool starts_its_line(uint32_t offset) const;

  /// The line end that the text uses.
  std::string_view line_break() const;

  /// As many spaces as stand before the byte on its line; a dash before it counts as a space.
  std::string indent(uint32_t offset) const;

  /// Several lines that are written to `at`: at the very end of the text their last one needs its
  /// line end, which is a part of a block scalar.
  std::string ended(uint32_t at, std::string lines) const;

  /// Whether the node is written inside, rather than taken over by an alias.
  bool holds(Node node) const;

  /// Where entry `index` of the mapping ends. An alias has no span of its own: its name is looked
  /// up in the text.
  uint32_t entry_end(size_t index) const;

  /// From where the comment lines directly above `line` start that have its indentation, or `line`.
  uint32_t comments_above(uint32_t line, std::string_view indent) const;

 private:
  Node collection_;
  std::string_view text_;
  uint32_t text_start_;
};

}  // namespace tizza
