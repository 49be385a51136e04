#include <gtest/gtest.h>

#include "text/edits.hpp"
#include "text/reader.hpp"

namespace tizza {
namespace {

DocumentPtr document(const std::string& text) {
  auto read = read_document(std::make_shared<Source>("a.yaml", text));
  EXPECT_TRUE(read.ok()) << text;
  return *read;
}

/// The text without item `index` of the list under `a`; `refused` where that cannot be.
std::string without(const std::string& text, size_t index) {
  const auto read = document(text);
  auto edit = remove_item(read->root()["a"], index);
  if (!edit.ok()) return "refused";
  return *apply_edits(text, {*edit});
}

TEST(RemoveItem, TakesItsLinesAndComments) {
  const std::string text =
      "a:\n# of one\n- one # here\n# of two\n- b: 2\n  c: 3\n\n- |\n  x\n- y\nz: 1\n";
  EXPECT_EQ(without(text, 0), "a:\n# of two\n- b: 2\n  c: 3\n\n- |\n  x\n- y\nz: 1\n");
  EXPECT_EQ(without(text, 1), "a:\n# of one\n- one # here\n- |\n  x\n- y\nz: 1\n");
  EXPECT_EQ(without(text, 2),
            "a:\n# of one\n- one # here\n# of two\n- b: 2\n  c: 3\n\n- y\nz: 1\n");
  EXPECT_EQ(without(text, 3),
            "a:\n# of one\n- one # here\n# of two\n- b: 2\n  c: 3\n\n- |\n  x\nz: 1\n");
}

TEST(RemoveItem, TakesOneCommaBetweenBrackets) {
  EXPECT_EQ(without("a: [x, y, z]\n", 0), "a: [y, z]\n");
  EXPECT_EQ(without("a: [x, y, z]\n", 2), "a: [x, y]\n");
  EXPECT_EQ(without("a: [x]\n", 0), "a: []\n");
  EXPECT_EQ(without("{\"a\": [\n  1,\n  2\n]}", 1), "{\"a\": [\n  1\n]}");
}

TEST(RemoveItem, LeavesAnEmptyList) {
  EXPECT_EQ(without("a:\n- x\nb: 1\n", 0), "a: []\nb: 1\n");
  EXPECT_EQ(without("a: # why\n- x\nb: 1\n", 0), "refused");
}

TEST(RemoveItem, RefusesWhatComesFromAnAlias) {
  EXPECT_EQ(without("b: &x 1\na: [*x, 2]\n", 1), "refused");
  EXPECT_EQ(without("a: 1\n", 0), "refused");
}

TEST(AppendItems, WritesBlocksBehindTheLast) {
  const std::string text = "a:\n  - x: 1\n    y: 2 # two\nb: 1\n";
  Value item;
  item.set("x", "no");
  item.set("b", 3);
  const auto edit = append_items(document(text)->root()["a"], {item, Value("z")});
  ASSERT_TRUE(edit.ok());
  EXPECT_EQ(*apply_edits(text, {*edit}),
            "a:\n  - x: 1\n    y: 2 # two\n  - x: \"no\"\n    b: 3\n  - z\nb: 1\n");
}

TEST(AppendItems, WritesJsonBetweenBrackets) {
  const std::string text = "a: [x, ] # why\n";
  const auto edit = append_items(document(text)->root()["a"], {Value("no"), Value(Value::List{})});
  ASSERT_TRUE(edit.ok());
  EXPECT_EQ(*apply_edits(text, {*edit}), "a: [x, \"no\", [], ] # why\n");
}

TEST(AppendItems, RefusesAnEmptyList) {
  EXPECT_FALSE(append_items(document("a: []\n")->root()["a"], {Value("z")}).ok());
}

}  // namespace
}  // namespace tizza
