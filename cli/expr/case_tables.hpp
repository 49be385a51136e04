#pragma once

namespace tizza::expr {

/// The simple case mappings of Unicode for code points from U+0080; others map to themselves.
char32_t simple_upper(char32_t c);
char32_t simple_lower(char32_t c);

}  // namespace tizza::expr
