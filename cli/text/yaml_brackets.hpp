#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace tizza::yaml {

/// The ends of the parts of a text, from its start, in which `least` brackets, twice as many, four
/// times as many and so on are open when one counts them all, those in strings too. Empty for what
/// people write.
std::vector<size_t> bracket_heaps(std::string_view text, size_t least);

}  // namespace tizza::yaml
