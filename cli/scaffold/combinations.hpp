#pragma once
#include <cstddef>
#include <vector>

namespace tizza::scaffold {

/// Rows of choices: row[i] is the number of the option that question i takes.
using Combination = std::vector<size_t>;

/// What to try where question i has `counts[i]` options: every combination where there are at most
/// `most`, else rows in which every pair of options of two questions stands together. The first row
/// is all zeros. A question without options counts as one with a single option.
std::vector<Combination> covering_combinations(const std::vector<size_t>& counts, size_t most);

}  // namespace tizza::scaffold
