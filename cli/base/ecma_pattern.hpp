#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza {

/// A pattern in the syntax of PCRE2, and for each of its bytes the byte of the original from which
/// it comes, so that errors of the compiler can be placed.
struct TranslatedPattern {
  std::string text;
  std::vector<uint32_t> origins;
};

/// Translates an ECMA-262 pattern (chapter 22.2, flag `u`) to PCRE2: `\s`, `.` and `$` mean what
/// they mean there, `\uXXXX`, `\u{…}` and `\p{Letter}` are understood, and what only PCRE2 knows
/// (`\A`, `(?i)`, `(*VERB)`, possessive quantifiers, POSIX classes) is an error or a literal. Two
/// common habits that the flag forbids are kept: needless escapes of punctuation (`\-`, `\@`) and a
/// literal hyphen beside a class (`[\w-.]`). `dot_all` is the flag `s`: `.` takes line ends too.
Result<TranslatedPattern> translate_ecma_pattern(std::string_view pattern, bool dot_all = false);

/// The error of a pattern that cannot be used: what is wrong at which byte of it.
Error pattern_error(std::string_view pattern, size_t offset, std::string_view reason);

}  // namespace tizza
