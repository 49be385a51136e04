#include "text/edits.hpp"

#include <gtest/gtest.h>

#include <random>

#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

DocumentPtr read(std::string text, std::string path = "test.yaml") {
  auto document = read_document(std::make_shared<Source>(std::move(path), text));
  EXPECT_TRUE(document.ok()) << document.error().diagnostic.message << "\n" << text;
  return document.ok() ? *document : nullptr;
}

std::string edited(const DocumentPtr& document, Edit edit) {
  auto text = apply_edits(document->source()->text(), {std::move(edit)});
  EXPECT_TRUE(text.ok());
  return *text;
}

std::string after_set(std::string text, std::string_view holder, std::string_view key,
                      const Value& value, std::string path = "test.yaml") {
  const auto document = read(std::move(text), std::move(path));
  auto edit = set_entry(document->resolve(holder), key, value);
  EXPECT_TRUE(edit.ok()) << edit.error().diagnostic.message;
  return edit.ok() ? edited(document, *edit) : "";
}

std::string after_remove(std::string text, std::string_view holder, std::string_view key,
                         std::string path = "test.yaml") {
  const auto document = read(std::move(text), std::move(path));
  auto edit = remove_entry(document->resolve(holder), key);
  EXPECT_TRUE(edit.ok()) << edit.error().diagnostic.message;
  return edit.ok() ? edited(document, *edit) : "";
}

std::string after_replace(std::string text, std::string_view pointer, std::string_view with,
                          std::string path = "test.yaml") {
  const auto document = read(std::move(text), std::move(path));
  return edited(document, replace_scalar(document->resolve(pointer), with));
}

TEST(ApplyEdits, AnyOrderAndInsertionsInTheirs) {
  EXPECT_EQ(*apply_edits("abc", {{{2, 3}, "C"}, {{0, 0}, "1"}, {{0, 1}, "A"}, {{0, 0}, "2"}}),
            "12AbC");
  EXPECT_EQ(*apply_edits("", {{{0, 0}, "x"}}), "x");
}

TEST(ApplyEdits, OverlapsAreErrors) {
  EXPECT_FALSE(apply_edits("abc", {{{0, 2}, "x"}, {{1, 3}, "y"}}).ok());
  EXPECT_FALSE(apply_edits("abc", {{{2, 9}, "x"}}).ok());
}

TEST(ReplaceScalar, KeepsTheStyleWhereItCan) {
  EXPECT_EQ(after_replace("v: 1.2 # c\n", "/v", "1.3"), "v: 1.3 # c\n");
  EXPECT_EQ(after_replace("v: 1.2.3\n", "/v", "1.2.4"), "v: 1.2.4\n");
  EXPECT_EQ(after_replace("v: 1.2.3\n", "/v", "1.3"), "v: \"1.3\"\n");
  EXPECT_EQ(after_replace("v: 'a'\n", "/v", "it's"), "v: 'it''s'\n");
  EXPECT_EQ(after_replace("v: 'a'\n", "/v", "a\nb"), "v: \"a\\nb\"\n");
  EXPECT_EQ(after_replace("v: \"a\"\n", "/v", "b\"c"), "v: \"b\\\"c\"\n");
  EXPECT_EQ(after_replace("v:\n", "/v", "x"), "v: x\n");
  EXPECT_EQ(after_replace("v: [a, b]\n", "/v/0", "x, y"), "v: [\"x, y\", b]\n");
  EXPECT_EQ(after_replace("v: |\n  a\n  b\nw: 1\n", "/v", "c\n\nd\n"), "v: |\n  c\n\n  d\nw: 1\n");
  EXPECT_EQ(after_replace("v: |\n  a\n", "/v", "one line"), "v: one line\n");
  EXPECT_EQ(after_replace("{\"v\": \"1\"}", "/v", "2", "t.json"), "{\"v\": \"2\"}");
  EXPECT_EQ(after_replace("{\"v\": 1}", "/v", "2", "t.json"), "{\"v\": 2}");
  EXPECT_EQ(after_replace("{\"v\": 1}", "/v", "x", "t.json"), "{\"v\": \"x\"}");
  EXPECT_EQ(after_replace("version = \"1.0\" # c\n", "/version", "1.1", "t.toml"),
            "version = \"1.1\" # c\n");
  EXPECT_EQ(after_replace("version = '1.0'\n", "/version", "1.1", "t.toml"), "version = '1.1'\n");
}

TEST(SetEntry, ReplacesScalars) {
  EXPECT_EQ(after_set("a: 1 # one\nb: 2\n", "", "a", 3), "a: 3 # one\nb: 2\n");
  EXPECT_EQ(after_set("a: 1\n", "", "a", "x"), "a: x\n");
  EXPECT_EQ(after_set("a: 1\n", "", "a", "2"), "a: \"2\"\n");
  EXPECT_EQ(after_set("a: 'x'\n", "", "a", "2"), "a: '2'\n");
  EXPECT_EQ(after_set("a: 'x'\n", "", "a", true), "a: true\n");
  EXPECT_EQ(after_set("a:  # later\n", "", "a", 1), "a: 1  # later\n");
  EXPECT_EQ(after_set("a: &k 1\nb: *k\nc: 3\n", "", "b", 2), "a: &k 1\nb: 2\nc: 3\n");
}

TEST(SetEntry, RefusesWhatIsNoMapping) {
  for (const char* text : {"- 1\n", "- a\n- b\n", "[a, b]\n", "5\n", "text\n"}) {
    EXPECT_FALSE(set_entry(read(text)->root(), "a", 1).ok()) << text;
    EXPECT_FALSE(remove_entry(read(text)->root(), "a").ok()) << text;
  }
}

TEST(SetEntry, AddsBehindTheLastEntryOfABlock) {
  EXPECT_EQ(after_set("a: 1 # one\n\n# end\n", "", "b", 2), "a: 1 # one\nb: 2\n\n# end\n");
  EXPECT_EQ(after_set("a: 1", "", "b", 2), "a: 1\nb: 2");
  EXPECT_EQ(after_set("s:\n    x:\n        k: v\nt: 1\n", "/s", "yy",
                      Value::Mapping{{"k", "w"}, {"l", Value::List{"m", "o"}}}),
            "s:\n    x:\n        k: v\n    yy:\n      k: w\n      l: [m, o]\nt: 1\n");
  EXPECT_EQ(after_set("l:\n  - a: 1\n  - b: 2\n", "/l/0", "c", 3),
            "l:\n  - a: 1\n    c: 3\n  - b: 2\n");
  EXPECT_EQ(after_set("a: 1\r\nb:\r\n  c: 2\r\n", "/b", "d", 3),
            "a: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\n");
  EXPECT_EQ(after_set("\xEF\xBB\xBF"
                      "a: 1\n",
                      "", "b", 2),
            "\xEF\xBB\xBF"
            "a: 1\nb: 2\n");
  EXPECT_EQ(after_set("t: |\n  x\n\nu: 1\n", "", "o", 1), "t: |\n  x\n\nu: 1\no: 1\n");
}

TEST(SetEntry, AddsBetweenBrackets) {
  EXPECT_EQ(after_set("a: {b: 1}\n", "/a", "c", "x, y"), "a: {b: 1, c: \"x, y\"}\n");
  EXPECT_EQ(after_set("a: { b: 1 , }\n", "/a", "c", 2), "a: { b: 1 , c: 2 }\n");
  EXPECT_EQ(after_set("a: {\n  b: 1 # one\n}\n", "/a", "c", 2), "a: {\n  b: 1, # one\n  c: 2\n}\n");
  EXPECT_EQ(after_set("{\n  \"a\": 1\n}\n", "", "b", Value::List{"x"}, "t.json"),
            "{\n  \"a\": 1,\n  \"b\": [\"x\"]\n}\n");
  EXPECT_EQ(after_set("{}", "", "b", 1, "t.json"), "{\"b\": 1}");
  EXPECT_EQ(after_set("a: [{}]\n", "/a/0", "b", 1), "a: [{b: 1}]\n");
}

TEST(SetEntry, EmptyBracketsAndNothingBecomeBlocks) {
  EXPECT_EQ(after_set("s: {} # none\nt: 1\n", "/s", "x", Value::Mapping{{"k", "v"}}),
            "s: # none\n  x:\n    k: v\nt: 1\n");
  EXPECT_EQ(after_set("s:\nt: 1\n", "", "s", Value::Mapping{{"k", "v"}}), "s:\n  k: v\nt: 1\n");
  EXPECT_EQ(after_set("s: # c\n", "", "s", "one\ntwo\n"), "s: \"one\\ntwo\\n\" # c\n");
  EXPECT_EQ(after_set("s: [1]\n", "", "s", Value::List{2, 3}), "s: [2, 3]\n");
  EXPECT_EQ(after_set("s:\n  - 1\n  - 2 # c\nt: 1\n", "", "s", "x"), "s: x # c\nt: 1\n");
}

TEST(SetEntry, BeginsMappingsWhereThereIsNothing) {
  EXPECT_EQ(after_set("", "", "a", 1), "a: 1\n");
  EXPECT_EQ(after_set("# head", "", "a", Value::Mapping{{"k", "v"}}), "# head\na:\n  k: v\n");
  EXPECT_EQ(after_set("s:\nt: 1\n", "/s", "x", 1), "s:\n  x: 1\nt: 1\n");
  EXPECT_EQ(after_set("s:\n  a: ~ # none\n", "/s/a", "x", 1), "s:\n  a: # none\n    x: 1\n");
}

TEST(SetEntry, BlockScalarsAtTheEndKeepTheirLineEnd) {
  EXPECT_EQ(after_set("a: 1", "", "b", "x\ny\n"), "a: 1\nb: |\n  x\n  y\n");
  EXPECT_EQ(after_set("a: [1]", "", "a", "x\ny\n"), "a: |\n  x\n  y\n");
  EXPECT_EQ(after_set("a: |+\n\n", "", "b", 1), "a: |+\n\nb: 1\n");
  EXPECT_EQ(after_set("a: |+\r   b\r\r#", "", "c", 1), "a: |+\r   b\r\rc: 1\r#");
  EXPECT_EQ(after_set("a: |\n  x  \n   \n\n", "", "b", 1), "a: |\n  x  \n   \nb: 1\n\n");
  EXPECT_FALSE(set_entry(read("a: |\n  x ")->root(), "b", 1).ok());
  const auto cut = read("a: |\n  x");
  EXPECT_FALSE(set_entry(cut->root(), "b", 1).ok());
}

TEST(SetEntry, RefusesWhatHasNoPlaceOfItsOwn) {
  const auto document = read("a: &x {k: 1}\nb: {c: *x}\n");
  EXPECT_FALSE(set_entry(document->resolve("/b"), "c", 1).ok());
  const auto toml = read("a = 1\n", "t.toml");
  EXPECT_FALSE(set_entry(toml->root(), "b", 1).ok());
}

TEST(SetEntry, RefusesWhatAnAliasShares) {
  const std::string text = "a: &x {k: 1}\nb: *x\nc:\n  d: &l [1]\ne: {f: [*l]}\n";
  const auto document = read(text);
  const auto refusal = [&](std::string_view holder, std::string_view key) {
    const auto edit = set_entry(document->resolve(holder), key, 2);
    return edit.ok() ? "" : edit.error().diagnostic.message;
  };
  EXPECT_EQ(refusal("/a", "k"), "`a` is shared by an alias");
  EXPECT_EQ(refusal("/b", "k"), "`a` is shared by an alias");
  EXPECT_EQ(refusal("/a", "new"), "`a` is shared by an alias");
  EXPECT_EQ(refusal("/c", "d"), "`d` is shared by an alias");
  EXPECT_EQ(refusal("", "c"), "`d` is shared by an alias");
  EXPECT_EQ(refusal("/c", "new"), "");
  const auto edit = set_entry(document->resolve("/c"), "d", 2);
  EXPECT_EQ(edit.error().diagnostic.at.begin().line, 4u);
  EXPECT_EQ(edit.error().diagnostic.notes.at(0).at.begin().line, 5u);
  // The alias itself is no bytes of anybody else.
  EXPECT_EQ(after_set(text, "", "b", 2), "a: &x {k: 1}\nb: 2\nc:\n  d: &l [1]\ne: {f: [*l]}\n");
}

TEST(RemoveEntry, TakesItsLineAndItsComments) {
  EXPECT_EQ(after_remove("a: 1\n# about b\nb: 2 # two\nc: 3\n", "", "b"), "a: 1\nc: 3\n");
  EXPECT_EQ(after_remove("a: 1\n\n# about b\nb:\n  x: 1\n  y: 2\n\nc: 3\n", "", "b"),
            "a: 1\n\n\nc: 3\n");
  EXPECT_EQ(after_remove("# the file\na: 1\nb: 2\n", "", "a"), "# the file\nb: 2\n");
  EXPECT_EQ(after_remove("a: 1\nb: 2", "", "b"), "a: 1\n");
  EXPECT_EQ(after_remove("a: 1\r\nb: 2\r\nc: 3\r\n", "", "b"), "a: 1\r\nc: 3\r\n");
  EXPECT_EQ(after_remove("- a: 1\n  b: 2\n", "/0", "a"), "- b: 2\n");
  EXPECT_EQ(after_remove("s:\n  x: 1\nt: 1\n", "/s", "x"), "s: {}\nt: 1\n");
  EXPECT_FALSE(remove_entry(read("a: 1\n")->root(), "b").ok());
}

TEST(RemoveEntry, BetweenBrackets) {
  EXPECT_EQ(after_remove("a: {b: 1, c: 2, d: 3}\n", "/a", "b"), "a: {c: 2, d: 3}\n");
  EXPECT_EQ(after_remove("a: {b: 1, c: 2, d: 3}\n", "/a", "d"), "a: {b: 1, c: 2}\n");
  EXPECT_EQ(after_remove("{\n  \"a\": 1,\n  \"b\": 2\n}", "", "b", "t.json"), "{\n  \"a\": 1\n}");
  EXPECT_EQ(after_remove("{\"a\": 1}", "", "a", "t.json"), "{}");
}

}  // namespace
}  // namespace tizza
