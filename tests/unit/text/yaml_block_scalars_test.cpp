// Block scalars without lines: both readers see the same in them.
#include <gtest/gtest.h>

#include "support/yaml_cpp_reader.hpp"
#include "text/reader.hpp"

namespace tizza {
namespace {

/// What stands around the block, and where the header goes.
struct Surroundings {
  std::string before;
  std::string after;
};

const Surroundings kSurroundings[] = {
    {"key: ", "b: 1\n"},
    {"a:\n  key: ", "  b: 1\nc: 2\n"},
    {"a:\n  key: ", "c: 2\n"},
    {"a:\n  key: ", ""},
    {"a:\n  key: ", "  # note\n  b: 1\n"},
    {"- ", "- b\n"},
    {"a:\n  - ", "  - b\n"},
    {"a:\n  - ", "  - b: |\n    c: 1\n"},
    {"a:\n  - key: ", "    b: 1\n"},
    {"a:\n  - - ", "    - b\n"},
    {"a:\n  - key: ", "  - b\n"},
    {"a:\n  b: |\n    text: |\n    more\n  key: ", "  c: 1\n"},
    {"a:\n  b: 'text: |\n  more'\n  key: ", "  c: 1\n"},
    {"a:\n  b: >\n    | x | y |\n  key: ", "  c: 1\n"},
};

TEST(YamlEmptyBlocks, AreWhatTheSecondReaderSees) {
  size_t equal = 0;
  for (const auto& [before, after] : kSurroundings) {
    for (const std::string header : {"|", "|-", "|+", ">", ">-", ">+", "|2", "| # note"}) {
      for (const std::string blanks : {"", "\n", "\n\n", "  \n"}) {
        const std::string text = before + header + "\n" + blanks + after;
        std::string problem;
        const auto theirs = testing::yaml_cpp_tree_text(text, problem);
        const auto ours = read_yaml(std::make_shared<Source>("a.yaml", text));
        ASSERT_TRUE(theirs.has_value()) << text << problem;
        ASSERT_TRUE(ours.ok()) << text << ours.error().diagnostic.message;
        EXPECT_EQ(testing::tree_text((*ours)->root()), *theirs) << text;
        ++equal;
      }
    }
  }
  std::printf("%zu texts with the same tree\n", equal);
}

TEST(YamlEmptyBlocks, MayHaveATagAndAnAnchor) {
  const auto document =
      read_yaml(std::make_shared<Source>("a.yaml", "a:\n  - &n !!str |\n  - *n\n  - b\n"));
  ASSERT_TRUE(document.ok()) << document.error().diagnostic.message;
  const Node list = (*document)->root()["a"];
  EXPECT_EQ(list.at(0).raw(), "|");
  EXPECT_EQ(list.at(1).text(), "");
  EXPECT_TRUE(list.at(1).is_string());
  EXPECT_EQ(list.at(2).text(), "b");
}

}  // namespace
}  // namespace tizza
