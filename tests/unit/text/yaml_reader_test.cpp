#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza {
namespace {

DocumentPtr read(std::string text, const ReadOptions& options = {}) {
  auto document = read_yaml(std::make_shared<Source>("test.yaml", std::move(text)), options);
  EXPECT_TRUE(document.ok()) << document.error().diagnostic.message;
  return document.ok() ? *document : nullptr;
}

Diagnostic read_error(std::string text, const ReadOptions& options = {}) {
  auto document = read_yaml(std::make_shared<Source>("test.yaml", std::move(text)), options);
  EXPECT_FALSE(document.ok());
  return document.ok() ? Diagnostic{} : document.error().diagnostic;
}

/// `line:column-line:column`, as editors count.
std::string range(const Location& at) {
  const Position begin = at.begin();
  const Position end = at.end();
  return std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" +
         std::to_string(end.line) + ":" + std::to_string(end.column);
}

TEST(YamlReader, KeepsWhatThePersonWrote) {
  const auto document = read(
      "call: +3612345678\nversion: 1.10\nmode: 010\nnorway: no\nat: 12:30:45\nyes: true\nn: ~\n");
  const Node root = document->root();
  EXPECT_EQ(root["call"].text(), "+3612345678");
  EXPECT_EQ(root["version"].text(), "1.10");
  EXPECT_EQ(root["mode"].as_int(), 10);
  EXPECT_EQ(root["mode"].text(), "010");
  EXPECT_TRUE(root["norway"].is_string());
  EXPECT_TRUE(root["at"].is_string());
  EXPECT_EQ(root["yes"].as_bool(), true);
  EXPECT_TRUE(root["n"].is_null());
}

TEST(YamlReader, NumbersBeyond64BitsAreRounded) {
  const auto document =
      read("a: 0o7777777777777777777777\nb: 0xFFFFfffffffffffff\nc: 99999999999999999999\n");
  EXPECT_EQ(document->root()["a"].as_double(), 0x1p66 - 1);
  EXPECT_EQ(document->root()["b"].as_double(), 0x1p68);
  EXPECT_EQ(document->root()["c"].as_double(), 1e20);
  EXPECT_EQ(document->root()["a"].as_int(), std::nullopt);
}

TEST(YamlReader, MarksEveryScalarWithItsQuotes) {
  const auto document = read("a: plain  # why\nb: 'it''s'\n\"c\": \"x\\ty\"\nd: two\n  lines\n");
  const Node root = document->root();
  EXPECT_EQ(root["a"].raw(), "plain");
  EXPECT_EQ(root["b"].raw(), "'it''s'");
  EXPECT_EQ(root["b"].text(), "it's");
  EXPECT_EQ(root.find("c")->key.raw(), "\"c\"");
  EXPECT_EQ(root["c"].raw(), "\"x\\ty\"");
  EXPECT_EQ(root["c"].text(), "x\ty");
  EXPECT_EQ(root["d"].raw(), "two\n  lines");
  EXPECT_EQ(root["d"].text(), "two lines");
}

TEST(YamlReader, FoldsSingleQuotedLines) {
  const auto text = [](const std::string& yaml) {
    return std::string(read("a: " + yaml)->root()["a"].text());
  };
  EXPECT_EQ(text("'one \n  two'"), "one two");
  EXPECT_EQ(text("'one\n\n \t\n  two'"), "one\n\ntwo");
  EXPECT_EQ(text("'one\r\n\r\n  two'"), "one\ntwo");
  EXPECT_EQ(text("'\n  one\n  '"), " one ");
  EXPECT_EQ(text("'" + std::string(16, '\'') + "'"), std::string(8, '\''));
  EXPECT_EQ(text("'it''s\n  ''so'''"), "it's 'so'");
}

TEST(YamlReader, MarksBlockScalarsFromTheirHeader) {
  const auto document = read(
      "a: | # com | ment\n  hello\n   x\n\n\n# comment\nb: >-\n\nc: |+\n  x\n\nd:\n  - &n |2\n     "
      "y\n"
      "e: !!str >\n  f\n");
  const Node root = document->root();
  EXPECT_EQ(root["a"].raw(), "| # com | ment\n  hello\n   x");
  EXPECT_EQ(root["a"].text(), "hello\n x\n");
  EXPECT_EQ(root["a"].style(), ScalarStyle::kLiteral);
  EXPECT_EQ(root["b"].raw(), ">-");
  EXPECT_EQ(root["b"].text(), "");
  EXPECT_EQ(root["c"].raw(), "|+\n  x\n");
  EXPECT_EQ(root["c"].text(), "x\n\n");
  EXPECT_EQ(root["d"].at(0).raw(), "|2\n     y");
  EXPECT_EQ(root["e"].raw(), ">\n  f");
}

TEST(YamlReader, BlockScalarsEndWithTheText) {
  EXPECT_EQ(read("a: |\n  x")->root()["a"].text(), "x");
  EXPECT_EQ(read("a: >\n  x\n  y")->root()["a"].text(), "x y");
  EXPECT_EQ(read("a: |\n  x\n")->root()["a"].text(), "x\n");
  EXPECT_EQ(read("a: |+\n  x")->root()["a"].text(), "x");
  EXPECT_EQ(read("a: |")->root()["a"].text(), "");
  EXPECT_EQ(read("- |\n")->root().at(0).text(), "");
  EXPECT_EQ(read("- |+\n\n")->root().at(0).text(), "\n");
}

TEST(YamlReader, MarksCollectionsFromFirstToLastChild) {
  const auto document = read(
      "block:\n  k: v\n  l: [a, {b: c}]  # end\n\nlist:\n  - 1\n  - x: y\n    z:\nflow: {a: [] }\n"
      "pairs: [k: v]\n");
  const Node root = document->root();
  EXPECT_EQ(root["block"].raw(), "k: v\n  l: [a, {b: c}]");
  EXPECT_EQ(root["block"]["l"].raw(), "[a, {b: c}]");
  EXPECT_EQ(root["list"].raw(), "- 1\n  - x: y\n    z:");
  EXPECT_EQ(root["list"].at(1).raw(), "x: y\n    z:");
  EXPECT_EQ(root["flow"].raw(), "{a: [] }");
  EXPECT_EQ(root["pairs"].at(0).raw(), "k: v");
}

TEST(YamlReader, EmptyScalarsStandWhereTheirValueWould) {
  const auto document =
      read("a:\nb:   # later\nc:\n  -\n  - x\n  -\nd: {e, f: , g: }\nh: &x\ni: !!str\n");
  const Node root = document->root();
  const auto place = [&](Node node) { return range(node.location()); };
  EXPECT_EQ(place(root["a"]), "1:3-1:3");
  EXPECT_EQ(place(root["b"]), "2:3-2:3");
  EXPECT_EQ(place(root["c"].at(0)), "4:4-4:4");
  EXPECT_EQ(place(root["c"].at(2)), "6:4-6:4");
  EXPECT_EQ(place(root["d"]["e"]), "7:6-7:6");
  EXPECT_EQ(place(root["d"]["f"]), "7:10-7:10");
  EXPECT_EQ(place(root["h"]), "8:6-8:6");
  EXPECT_TRUE(root["h"].is_null());
  EXPECT_TRUE(root["i"].is_string());
}

TEST(YamlReader, AliasesShareTheirNode) {
  const auto document = read("a: &x {k: v}\nb: *x\nc: [*x]\n");
  const Node root = document->root();
  EXPECT_EQ(root["b"], root["a"]);
  EXPECT_EQ(root["c"].at(0).id(), root["a"].id());
  EXPECT_EQ(root["c"].raw(), "[*x]");
  EXPECT_EQ(root["b"]["k"].pointer(), "/a/k");
}

TEST(YamlReader, MergeKeysOnlyWhereTheyAreAskedFor) {
  const std::string text =
      "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\none:\n  <<: *b\n  x: 0\ntwo:\n  <<: [*m, "
      "*b]\n";
  ReadOptions options;
  options.merge_keys = true;
  const auto document = read(text, options);
  EXPECT_EQ(document->resolve("/one/x").text(), "0");
  EXPECT_EQ(document->resolve("/one/y").text(), "2");
  EXPECT_EQ(document->resolve("/two/y").text(), "3");
  EXPECT_EQ(document->resolve("/two/x").text(), "1");
  EXPECT_FALSE(document->resolve("/two/<<"));
  const auto refused = read_error(text);
  EXPECT_EQ(refused.rule, "syntax");
  EXPECT_EQ(range(refused.at), "4:3-4:5");
  EXPECT_EQ(read_error("<<: 1\n", options).message,
            "merge key `<<` takes a mapping or a list of mappings");
}

TEST(YamlReader, DuplicateKeysPointToTheFirst) {
  const auto error = read_error("a: 1\nb: 2\n'a': 3\n");
  EXPECT_EQ(error.rule, "duplicate-key");
  EXPECT_EQ(range(error.at), "3:1-3:4");
  ASSERT_EQ(error.notes.size(), 1u);
  EXPECT_EQ(range(error.notes[0].at), "1:1-1:2");
}

TEST(YamlReader, DuplicateKeysInLargeMappings) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "key" + std::to_string(i) + ": x\n";
  EXPECT_EQ(read(text)->root().size(), 1000u);
  const auto error = read_error(text + "key500: y\n");
  EXPECT_EQ(range(error.at), "1001:1-1001:7");
  EXPECT_EQ(range(error.notes[0].at), "501:1-501:7");
}

TEST(YamlReader, UnknownAliasesHaveNearNames) {
  const auto error = read_error("a: &address 1\nb: *adress\n");
  EXPECT_EQ(error.message, "alias `adress` names no anchor");
  EXPECT_EQ(error.help, "`address` is close");
  EXPECT_EQ(range(error.at), "2:4-2:11");
  EXPECT_EQ(read_error("a: &a [*a]\n").message, "alias `a` stands inside the node that it names");
}

TEST(YamlReader, AliasBombsRunIntoTheBudget) {
  std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 1; j < 10; ++j) text += "," + last;
    text += "]\n";
  }
  const auto error = read_error(text);
  EXPECT_EQ(error.rule, "syntax");
  EXPECT_EQ(error.message, "aliases expand to more than 10000000 nodes");
}

TEST(YamlReader, DepthHasALimit) {
  EXPECT_EQ(read_error(std::string(100'000, '[')).message, "nested more than 1000 levels deep");
  // Brackets in strings nest nothing.
  const std::string text =
      "a: \"" + std::string(100'000, '[') + "\"\nb: |\n  " + std::string(100'000, '{') + "\n";
  EXPECT_EQ(read(text)->root()["a"].text().size(), 100'000u);
  const auto at_limit = read(std::string(1000, '[') + std::string(1000, ']'));
  EXPECT_EQ(at_limit->node_count(), 1000u);
  ReadOptions options;
  options.max_depth = 2;
  EXPECT_EQ(range(read_error("a:\n  b:\n    c: 1\n", options).at), "3:5-3:5");
}

TEST(YamlReader, DirectivesHaveALimit) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "%TAG !t" + std::to_string(i) + "! x:\n";
  const auto error = read_error(text + "---\na: 1\n");
  EXPECT_EQ(error.message, "more than 64 %TAG directives");
  EXPECT_EQ(range(error.at), "65:1-65:5");
}

TEST(YamlReader, SecondDocumentsAreRefused) {
  const auto error = read_error("a: 1\n---\nb: 2\n");
  EXPECT_EQ(error.message, "a second document starts here");
  EXPECT_EQ(range(error.at), "2:1-2:4");
  EXPECT_EQ(read("---\na: 1\n...\n")->root()["a"].text(), "1");
}

TEST(YamlReader, EmptyTextsAreNull) {
  EXPECT_TRUE(read("")->root().is_null());
  EXPECT_TRUE(read("# only a comment\n")->root().is_null());
  EXPECT_TRUE(read("\xEF\xBB\xBF")->root().is_null());
  EXPECT_TRUE(read("---\n")->root().is_null());
}

TEST(YamlReader, ByteOrderMarkAndCrLf) {
  const auto document = read(
      "\xEF\xBB\xBF"
      "a: 1\r\nb:\r\n  - |\r\n    x\r\n  - 'y\r\n    z'\r\n");
  const Node root = document->root();
  EXPECT_EQ(root.raw().substr(0, 4), "a: 1");
  EXPECT_EQ(root["a"].raw(), "1");
  EXPECT_EQ(root["b"].at(0).raw(), "|\r\n    x");
  EXPECT_EQ(root["b"].at(0).text(), "x\n");
  EXPECT_EQ(root["b"].at(1).text(), "y z");
}

TEST(YamlReader, ByteOrderMarksStartNoLines) {
  const std::string mark = "\xEF\xBB\xBF";
  for (const std::string& text : {mark + mark + "a: x", "a: x\n" + mark + "b: y\n"}) {
    EXPECT_EQ(read_error(text).message, "a byte order mark within the text");
  }
  EXPECT_EQ(read(mark + "a: x" + mark + "y\n")->root()["a"].text(), "x" + mark + "y");
}

TEST(YamlReader, TabsAreNoIndentation) {
  const auto error = read_error("a:\n\tb: 1\n");
  EXPECT_EQ(error.rule, "syntax");
  EXPECT_EQ(range(error.at), "2:1-2:2");
}

TEST(YamlReader, TabsOnLinesOfTheirOwnMeanNothing) {
  const auto document = read("a: 1\n\t\nb:\n \t # why\n  - \"x\n\t\n    y\"\n\t#\n  - z\n\t");
  EXPECT_EQ(document->root()["b"].at(0).text(), "x\ny");
  EXPECT_EQ(document->root()["b"].at(1).text(), "z");
  EXPECT_EQ(range(document->root()["b"].at(1).location()), "9:5-9:6");
  EXPECT_EQ(read("t: |\n  x\n  \t\n  y\n")->root()["t"].text(), "x\n\t\ny\n");
  // In a block they are text, so that the others cannot be taken for spaces, either.
  EXPECT_EQ(range(read_error("t: |\n  x\n  \t\n  y\na:\n\t\n  b: c\n").at), "6:1-6:2");
  EXPECT_EQ(range(read_error("a:\n\t\n  b: c\nd: @\n").at), "4:4-4:5");
}

TEST(YamlReader, TextsThatAreNotUtf8CannotBeRead) {
  const auto document = read_yaml(std::make_shared<Source>("t.yaml", "a: x\nb: \"\xC3(\"\n"));
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().verdict, Verdict::kCouldNotRun);
  EXPECT_EQ(document.error().diagnostic.rule, "encoding");
  EXPECT_EQ(range(document.error().diagnostic.at).substr(0, 3), "2:5");
  EXPECT_EQ(read_error(std::string("\xFF\xFE"
                                   "a\0",
                                   4))
                .message,
            "the text is UTF-16, not UTF-8");
  EXPECT_EQ(read_error(std::string("a: x\0y\n", 7)).message,
            "control character U+0000 is not allowed");
}

TEST(YamlReader, KeysAreScalars) {
  EXPECT_EQ(read_error("? [a]\n: b\n").message, "a list or mapping cannot be a key");
  EXPECT_EQ(read_error("? x:\t:").message, "a list or mapping cannot be a key");
  EXPECT_EQ(read_error("a: &x [b]\n*x : c\n").message, "a list or mapping cannot be a key");
}

TEST(YamlReader, OnlyTagsOfJsonTypesAreAllowed) {
  read("a: !!str 1\nb: ! 2\nc: !!map {}\nd: !!seq []\ne: !!int 3\nf: !!null\n");
  const auto error = read_error("a: 1\nversion: !!wrong 0.1.0\n");
  EXPECT_EQ(error.rule, "syntax");
  EXPECT_EQ(error.message, "tag `!!wrong` is not allowed");
  EXPECT_EQ(range(error.at), "2:10-2:17");
  EXPECT_EQ(read_error("a: !ref {b: c}\n").message, "tag `!ref` is not allowed");
  EXPECT_EQ(read_error("a: !ref [b]\n").message, "tag `!ref` is not allowed");
}

TEST(YamlReader, ValuesOnLinesOfTheirOwnAreIndented) {
  for (const std::string text :
       {"a:\nb\n", "a:\n'b'\n", "a:\n{b: c}\n", "x: &x 1\na:\n*x\n", "s:\n  a:\n  b\n", "-\nb\n",
        "a: 1\n?\nb\n", "a: 1\n?\n!\n", "a: &x\nb\n"}) {
    const auto error = read_error(text);
    EXPECT_EQ(error.message, "there is no `:` behind this key") << text;
    EXPECT_NE(error.help.find("indented more than its key"), std::string::npos) << text;
  }
  EXPECT_EQ(read("a:\n b\n")->root()["a"].text(), "b");
  EXPECT_EQ(read("a:\n- b\n")->root()["a"].at(0).text(), "b");
  EXPECT_EQ(read("a: [\nb:\nc ]\n")->root()["a"].at(0)["b"].text(), "c");
  EXPECT_EQ(read("-\n b\n")->root().at(0).text(), "b");
}

TEST(YamlReader, EmptyBlockScalarsDoNotSwallowTheNextKeys) {
  const auto document =
      read("s:\n  a: |+ # none\n\n  b: 1\n  c: >\n  d:\n  - e: |-\n    f: 2\nt: 3\n");
  const Node s = document->root()["s"];
  EXPECT_EQ(s["a"].text(), "\n");
  EXPECT_EQ(s["a"].raw(), "|+ # none\n");
  EXPECT_EQ(s["a"].style(), ScalarStyle::kLiteral);
  EXPECT_EQ(s["b"].text(), "1");
  EXPECT_EQ(s["c"].text(), "");
  EXPECT_EQ(s["c"].raw(), ">");
  EXPECT_EQ(s["c"].style(), ScalarStyle::kFolded);
  EXPECT_EQ(s["d"].at(0)["e"].raw(), "|-");
  EXPECT_EQ(s["d"].at(0)["f"].text(), "2");
  EXPECT_EQ(document->root()["t"].text(), "3");
  EXPECT_EQ(read("a: |\nb: 1\n")->root()["b"].text(), "1");
  EXPECT_EQ(read("s:\n  - |\n    x\n")->root()["s"].at(0).text(), "x\n");
}

TEST(YamlReader, WhatLooksLikeAnEmptyBlockIsLeftAlone) {
  const auto document = read(
      "s:\n  a: |\n  b: |\n      k: |\n      l\n  c: 'q: |\n  d'\n  d: p |\n    q |\n  e: 1\n");
  const Node s = document->root()["s"];
  EXPECT_EQ(s["a"].text(), "");
  EXPECT_EQ(s["b"].text(), "k: |\nl\n");
  EXPECT_EQ(s["c"].text(), "q: | d");
  EXPECT_EQ(s["d"].text(), "p | q |");
  EXPECT_EQ(range(read_error("s:\n  a: |\n  b: {\n  c: |\n  , d: 1}\n").at), "4:6-4:7");
}

TEST(YamlReader, HeadersOnLinesOfTheirOwnLoseNothing) {
  const auto document = read("a:\n\n |+\n one\n    two\n   three\n\n\n\nb:\n  |\n  x\n   y\n");
  EXPECT_EQ(document->root()["a"].text(), "one\n   two\n  three\n\n\n\n");
  EXPECT_EQ(document->root()["b"].text(), "x\n y\n");
}

TEST(YamlReader, BareCarriageReturnsEndLines) {
  const auto document = read("a: \"x\r\r\r  y\\n\"\rb: |\r  t\r\r  u\rc: p\r  q\r");
  const Node root = document->root();
  EXPECT_EQ(root["a"].text(), "x\n\ny\n");
  EXPECT_EQ(root["b"].text(), "t\n\nu\n");
  EXPECT_EQ(root["c"].text(), "p q");
  EXPECT_EQ(root["c"].raw(), "p\r  q");
}

TEST(YamlReader, FoldsBlocksAsTheSpecificationSays) {
  // YAML 1.2.2, chapter 8.1.3: lines that are indented more keep the line ends around them.
  EXPECT_EQ(read("a: >\n  one\n  two\n\n    three\n   four\n\n  five\n  six\n")->root()["a"].text(),
            "one two\n\n  three\n four\n\nfive six\n");
}

TEST(YamlReader, OldLineEndsAreText) {
  for (const std::string end : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    const auto document =
        read("a: x" + end + "y\nb: |\n  \xC3\xA9" + end + "z\n  w\nc: \"" + end + "\"\n");
    EXPECT_EQ(document->root()["a"].text(), "x" + end + "y");
    EXPECT_EQ(document->root()["b"].text(), "\xC3\xA9" + end + "z\nw\n");
    EXPECT_EQ(document->root()["c"].raw(), "\"" + end + "\"");
  }
}

TEST(YamlReader, CharactersThatYamlDoesNotAllowAreNamed) {
  const auto error = read_error(
      "\xEF\xBB\xBF"
      "a: \xC3\xA9\nb: \"x\x7F\"\n");
  EXPECT_EQ(error.message, "the character U+007F is not allowed in YAML");
  EXPECT_EQ(range(error.at), "2:6-2:7");
  EXPECT_EQ(range(read_error("\xC3\xA9: 1\n\xC3\xA9 : @\n").at), "2:5-2:6");
}

TEST(YamlReader, OpenBracketsAreShown) {
  const auto never = read_error("a: [1, 2\n");
  EXPECT_EQ(never.message, "`[` is never closed");
  EXPECT_EQ(range(never.at), "1:4-1:5");
  for (const std::string text : {"a: [1, @2]\n", "a: [1, 2\nb: 3\n"}) {
    const auto inside = read_error(text);
    ASSERT_EQ(inside.notes.size(), 1u);
    EXPECT_EQ(inside.notes[0].message, "opened here");
    EXPECT_EQ(range(inside.notes[0].at), "1:4-1:5");
  }
}

TEST(YamlReader, CommonMistakesHaveAHelp) {
  EXPECT_EQ(read_error("a: @x\n").help, "put the text in quotes");
  EXPECT_EQ(read_error("a: b: c\n").help, "put a text that holds `: ` in quotes");
  EXPECT_EQ(range(read_error("a: 1\nfoo\nb: 2\n").at), "2:1-2:2");
  EXPECT_EQ(read_error("a:\n\tb: 1\n").help, "indent with spaces");
  EXPECT_EQ(read_error("a:\n  b: 1\n c: 2\n").help, "line it up with the entry above");
}

}  // namespace
}  // namespace tizza
