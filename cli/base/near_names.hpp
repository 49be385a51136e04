#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tizza {

/// Optimal string alignment distance in bytes: insertions, deletions, replacements and swaps of two
/// neighbours cost 1 each. Stops early and returns `limit + 1` where the distance is above `limit`.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit);

/// Up to three of `names` that `wanted` was probably meant to be, nearest first: within a third of
/// the longer length, upper and lower case alike, or one being the start of the other.
std::vector<std::string> near_names(std::string_view wanted, const std::vector<std::string>& names);

/// The sentence for a diagnostic's help: "`a` is close", "`a` and `b` are close", or nothing.
std::string near_names_help(std::string_view wanted, const std::vector<std::string>& names);

/// The same; where none is near, all that it could be: "give `a`, `b` or `c`", of many the first
/// ones and their number.
std::string names_help(std::string_view wanted, const std::vector<std::string>& names);

}  // namespace tizza
