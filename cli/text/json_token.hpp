#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/source.hpp"

/// The tokens of RFC 8259, for the reader and for the search of its faults.
namespace tizza {

inline bool is_json_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether the byte can be part of a number, a word or something taken for one.
bool is_json_token_byte(char c);

/// Whether the token is a number by the grammar, `true`, `false` or `null`.
bool is_json_literal(std::string_view token);

/// The bytes of the string that starts with the quote at the start of `text`, both quotes included;
/// 0 where it has no end or holds a line end.
uint32_t json_string_size(std::string_view text);

/// The first escape that RFC 8259 does not have, or that is half of a surrogate pair.
std::optional<Span> find_bad_escape(std::string_view text);

/// The text that the inside of a string stands for; all escapes must be good.
std::string unescape_json(std::string_view inside);

}  // namespace tizza
