#pragma once
#include <string>
#include <string_view>

namespace tizza {

/// The change of one file as `diff -u` shows it, three lines of context round each hunk; empty
/// where both texts are equal. An empty `before` is a new file (`--- /dev/null`).
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace tizza
