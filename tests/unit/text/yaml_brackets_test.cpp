#include "text/yaml_brackets.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tizza::yaml {
namespace {

using Ends = std::vector<size_t>;

TEST(BracketHeaps, AreNoneInWhatPeopleWrite) {
  EXPECT_EQ(bracket_heaps("", 2), Ends());
  EXPECT_EQ(bracket_heaps("a: [1, {b: 2}, [3]]", 4), Ends());
  std::string many;
  for (int i = 0; i < 1'000; ++i) many += "]{a}[b]";
  EXPECT_EQ(bracket_heaps(many, 3), Ends());
}

TEST(BracketHeaps, EndWhereTheyReachASize) {
  EXPECT_EQ(bracket_heaps("[[[[[", 2), (Ends{2, 4}));
  EXPECT_EQ(bracket_heaps("[{x]{", 2), (Ends{2}));
  // Over the borders of blocks.
  EXPECT_EQ(bracket_heaps(std::string(100, 'x') + std::string(100, '{'), 10),
            (Ends{110, 120, 140, 180}));
  EXPECT_EQ(bracket_heaps("[" + std::string(200, 'y') + "[", 2), (Ends{202}));
}

}  // namespace
}  // namespace tizza::yaml
