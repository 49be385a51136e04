#include "scaffold/combinations.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tizza::scaffold {
namespace {

TEST(CoveringCombinations, AreAllWhereTheyAreFew) {
  EXPECT_EQ(covering_combinations({}, 10), (std::vector<Combination>{{}}));
  EXPECT_EQ(covering_combinations({2, 0, 2}, 4),
            (std::vector<Combination>{{0, 0, 0}, {0, 0, 1}, {1, 0, 0}, {1, 0, 1}}));
  EXPECT_EQ(covering_combinations({3, 4, 5}, 60).size(), 60U);
}

TEST(CoveringCombinations, HoldEveryPairWhereTheyAreMany) {
  const std::vector<size_t> counts = {2, 3, 2, 4, 2, 2, 3, 2, 2, 2};
  const auto rows = covering_combinations(counts, 100);
  EXPECT_EQ(rows.front(), Combination(counts.size(), 0));
  EXPECT_LE(rows.size(), 24U);
  for (size_t i = 0; i < counts.size(); ++i) {
    for (size_t j = i + 1; j < counts.size(); ++j) {
      std::set<std::pair<size_t, size_t>> seen;
      for (const auto& row : rows) seen.emplace(row[i], row[j]);
      EXPECT_EQ(seen.size(), counts[i] * counts[j]) << i << " " << j;
    }
  }
}

TEST(CoveringCombinations, TryEveryOptionOfASingleQuestion) {
  EXPECT_EQ(covering_combinations({3}, 1), (std::vector<Combination>{{0}, {1}, {2}}));
}

}  // namespace
}  // namespace tizza::scaffold
