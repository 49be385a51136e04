#pragma once
#include <string>
#include <string_view>

namespace tizza::expr {

/// Appends what a quoted string with Python's escape sequences says. Unknown sequences stay as they
/// are. False where one is cut short or names no character; it starts at byte `bad` of `literal`.
bool append_string_literal(std::string& to, std::string_view literal, size_t& bad);

}  // namespace tizza::expr
