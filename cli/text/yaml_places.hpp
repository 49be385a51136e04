#pragma once
#include <string>
#include <string_view>

#include "base/source.hpp"

/// What libfyaml leaves out: places in YAML without a mark, and one kind of text.
namespace tizza::yaml {

/// The first byte from `offset` on that is no white space, line end or comment.
uint32_t skip_blank(std::string_view text, uint32_t offset);

bool has_line_break(std::string_view text);

/// The first byte from `offset` on that is no space, tab or line end.
uint32_t skip_spaces_and_lines(std::string_view text, uint32_t offset);

/// Where the line that holds `offset` starts; not before `text_start`.
uint32_t line_start(std::string_view text, uint32_t offset, uint32_t text_start);

/// What an empty scalar is to the collection that holds it.
enum class Role { kRoot, kItem, kKey, kValue };

/// Where an empty scalar would stand, given where the token before it ended: right behind its dash,
/// question mark or colon, or at `last_end` where it has none.
uint32_t place_of_empty(std::string_view text, uint32_t last_end, Role role);

/// A block scalar from its `|` or `>`, which is looked for from `search_from` on, to the end of its
/// last line that is not empty, that line's end left out. Empty lines behind it belong to it only
/// where the header keeps them with `+`. `content` is what the parser marks.
Span block_scalar_span(std::string_view text, Span content, uint32_t search_from);

/// The text between single quotes: doubled quotes are one, line breaks are folded (YAML 1.2.2,
/// chapter 7.3.2). libfyaml 0.7.12 leaks memory where several quotes follow each other.
std::string unquote_single(std::string_view inside);

}  // namespace tizza::yaml
