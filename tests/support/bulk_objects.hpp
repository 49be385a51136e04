#pragma once
#include <string>
#include <vector>

#include "support/random_trees.hpp"

namespace tizza::testing {

/// The trees of one case as objects of a repository.
struct StoredCase {
  std::string base;
  std::string ours;
  std::string theirs;
};

/// Writes the trees of many cases into the repository `folder`, by one git process; their ids.
std::vector<StoredCase> store_cases(const std::string& folder, const std::vector<MergeCase>& cases);

}  // namespace tizza::testing
