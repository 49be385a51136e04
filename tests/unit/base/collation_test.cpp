#include "base/collation.hpp"

#include <gtest/gtest.h>

namespace tizza {
namespace {

TEST(Collation, FollowsDictionaries) {
  const std::string_view ordered[] = {"",       "_draft", "-x",        "1",     "10",    "2",
                                      "auth",   "Auth",   "e",         "é",     "eve",   "évé",
                                      "events", "Likes",  "likes-old", "pizza", "Pizza", "pizzas"};
  for (size_t i = 0; i + 1 < std::size(ordered); ++i) {
    EXPECT_LT(collate(ordered[i], ordered[i + 1]), 0) << ordered[i] << " " << ordered[i + 1];
    EXPECT_GT(collate(ordered[i + 1], ordered[i]), 0) << ordered[i] << " " << ordered[i + 1];
  }
  EXPECT_EQ(collate("pizza", "pizza"), 0);
}

}  // namespace
}  // namespace tizza
