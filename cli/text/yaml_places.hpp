#pragma once
#include <string_view>

#include "base/source.hpp"

/// Places in YAML that libyaml does not mark.
namespace tizza::yaml {

/// The first byte from `offset` on that is no white space, line end or comment.
uint32_t skip_blank(std::string_view text, uint32_t offset);

/// `&anchor` and `!tag` before a node. A span that is absent is empty.
struct WrittenProperties {
  Span span;  ///< Of both together.
  Span tag;
  uint32_t node = 0;  ///< Where the node itself starts, if it is written.
};

/// The properties that start at `begin`.
WrittenProperties properties_at(std::string_view text, uint32_t begin);

/// A block scalar from its `|` or `>`, at `marked.begin`, to the end of its last line that is not
/// empty, that line's end left out; `marked` goes over all empty lines behind it. They belong to it
/// only where the header keeps them with `+`.
Span block_scalar_span(std::string_view text, Span marked);

}  // namespace tizza::yaml
