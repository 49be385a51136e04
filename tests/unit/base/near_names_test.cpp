#include "base/near_names.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

using Names = std::vector<std::string>;

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(edit_distance("responses", "responses", 3), 0u);
  EXPECT_EQ(edit_distance("respones", "responses", 3), 1u);
  EXPECT_EQ(edit_distance("respnoses", "responses", 3), 1u);
  EXPECT_EQ(edit_distance("", "abc", 3), 3u);
}

TEST(EditDistance, StopsAboveTheLimit) {
  EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 2), 3u);
  EXPECT_EQ(edit_distance("a", "abcdefgh", 2), 3u);
}

TEST(NearNames, OffersTheNearestFirstAndThreeAtMost) {
  const Names names = {"tags", "tag", "stag", "tagss", "security"};
  EXPECT_EQ(near_names("tgas", names), (Names{"tags"}));
  EXPECT_EQ(near_names("tag", names).front(), "tag");
  EXPECT_EQ(near_names("tag", names).size(), 3u);
}

TEST(NearNames, LooksPastUpperCaseAndTakesStarts) {
  EXPECT_EQ(near_names("OperationID", {"operationId"}), (Names{"operationId"}));
  EXPECT_EQ(near_names("culinary", {"culinary-service", "auth-service"}),
            (Names{"culinary-service"}));
}

TEST(NearNames, StaysSilentWhereNothingIsNear) {
  EXPECT_TRUE(near_names("payments", {"likes", "events"}).empty());
  EXPECT_EQ(near_names_help("payments", {"likes"}), "");
}

TEST(NearNames, MakesASentence) {
  EXPECT_EQ(near_names_help("tgas", {"tags"}), "`tags` is close");
  EXPECT_EQ(near_names_help("tag", {"tags", "stag"}), "`stag` and `tags` are close");
}

}  // namespace
}  // namespace tizza
