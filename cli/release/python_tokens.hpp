#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza::release {

enum class PythonTokenKind : uint8_t {
  kName,      ///< Identifiers and keywords.
  kNumber,    ///< Numbers, roughly: `1.5e3`, `0xff`, `1_000j`.
  kString,    ///< One literal with its prefix and quotes.
  kOperator,  ///< Operators and brackets, the longest that fits.
  kLineEnd,   ///< The end of a logical line; none within brackets.
  kEnd,       ///< Behind the last line; always the last token.
};

struct PythonToken {
  PythonTokenKind kind = PythonTokenKind::kEnd;
  Span span = {};  ///< In the source.
  std::string_view text = {};
  uint32_t indent = 0;       ///< Of its logical line: blanks in front, a tab being one.
  bool starts_line = false;  ///< First of its logical line.
};

/// What stands between the quotes of a kString token.
struct PythonString {
  std::string_view prefix = {};  ///< `r`, `Rb`, `f` or nothing.
  Span content = {};
};

/// Splits Python source into tokens (The Python Language Reference, chapter 2) as far as finding
/// constants needs it: comments, strings of every kind, joined lines and brackets are exact; names
/// are not checked against Unicode's classes and indentation is only counted. Text in comments and
/// strings never becomes a token of its own. An unterminated string or a bracket without its
/// partner is an error of the rule `syntax`. Tokens look into `source`.
Result<std::vector<PythonToken>> read_python_tokens(const SourcePtr& source);

/// The parts of a kString token.
PythonString python_string(const PythonToken& token);

}  // namespace tizza::release
