#pragma once
#include <cstdint>
#include <string_view>

#include "base/source.hpp"

namespace tizza::expr {

enum class TokenKind : uint8_t {
  kText,  ///< What stands between the tags.
  kPrintBegin,
  kPrintEnd,
  kTagBegin,
  kTagEnd,
  kName,
  kString,
  kInteger,
  kFloat,
  kOperator,
  kEnd,
};

/// `text` are the bytes of the token, without what white space control takes away; `span` is where
/// they stand in the template's text.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;
  Span span;

  bool is_operator(std::string_view symbol) const {
    return kind == TokenKind::kOperator && text == symbol;
  }
  bool is_name(std::string_view name) const { return kind == TokenKind::kName && text == name; }
};

}  // namespace tizza::expr
