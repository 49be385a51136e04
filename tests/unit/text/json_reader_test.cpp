#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza {
namespace {

DocumentPtr read(std::string text) {
  auto document = read_json(std::make_shared<Source>("test.json", std::move(text)));
  EXPECT_TRUE(document.ok()) << document.error().diagnostic.message;
  return document.ok() ? *document : nullptr;
}

/// `line:column message`, with `; help` and `; opened LINE:COLUMN` where there are such.
std::string fault(std::string text) {
  auto document = read_json(std::make_shared<Source>("test.json", std::move(text)));
  if (document.ok()) return "none";
  const Diagnostic& found = document.error().diagnostic;
  const auto place = [](const Location& at) {
    return std::to_string(at.begin().line) + ":" + std::to_string(at.begin().column);
  };
  std::string shown = place(found.at) + " " + found.message;
  if (!found.help.empty()) shown += "; " + found.help;
  for (const Note& note : found.notes) shown += "; " + note.message + " " + place(note.at);
  return shown;
}

TEST(JsonReader, MarksEveryValueAndKey) {
  const auto document = read("{ \"a\" : [ 1.50 , \"x\\u00e9\" ,true ], \"b\\n\":{} ,\"c\":[ ]}\n");
  const Node root = document->root();
  EXPECT_EQ(root.raw(), "{ \"a\" : [ 1.50 , \"x\\u00e9\" ,true ], \"b\\n\":{} ,\"c\":[ ]}");
  EXPECT_EQ(root.find("a")->key.raw(), "\"a\"");
  EXPECT_EQ(root["a"].raw(), "[ 1.50 , \"x\\u00e9\" ,true ]");
  EXPECT_EQ(root["a"].at(0).raw(), "1.50");
  EXPECT_EQ(root["a"].at(1).raw(), "\"x\\u00e9\"");
  EXPECT_EQ(root["a"].at(1).text(), "xé");
  EXPECT_EQ(root["a"].at(2).as_bool(), true);
  EXPECT_EQ(root["b\n"].raw(), "{}");
  EXPECT_EQ(root["c"].raw(), "[ ]");
}

TEST(JsonReader, RootScalars) {
  EXPECT_EQ(read(" 12 ")->root().raw(), "12");
  EXPECT_EQ(read("\"\"")->root().text(), "");
  EXPECT_TRUE(read("null")->root().is_null());
}

TEST(JsonReader, Escapes) {
  EXPECT_EQ(read(R"("\"\\\/\b\f\n\r\t\u0041\ud83c\udf55")")->root().text(), "\"\\/\b\f\n\r\tA🍕");
}

TEST(JsonReader, ByteOrderMarkIsSkipped) {
  EXPECT_EQ(read("\xEF\xBB\xBF[1]")->root().at(0).raw(), "1");
}

TEST(JsonReader, FaultsHaveTheirPlace) {
  EXPECT_EQ(fault(""), "1:1 expected a value, found the end of the text");
  EXPECT_EQ(fault("[1, 2,]"),
            "1:6 a comma behind the last entry is not JSON; remove it; opened here 1:1");
  EXPECT_EQ(fault("{\"a\": 1,\n}"),
            "1:8 a comma behind the last entry is not JSON; remove it; opened here 1:1");
  EXPECT_EQ(fault("[1 2]"), "1:4 expected `,` or `]`, found `2`; opened here 1:1");
  EXPECT_EQ(fault("{\"a\" 1}"), "1:6 expected `:` behind the key, found `1`; opened here 1:1");
  EXPECT_EQ(fault("{a: 1}"), "1:2 expected a key in double quotes, found `a`; opened here 1:1");
  EXPECT_EQ(fault("{'a': 1}"),
            "1:2 single quotes are not JSON; put strings in double quotes; opened here 1:1");
  EXPECT_EQ(fault("[01]"), "1:2 `01` is no JSON value; opened here 1:1");
  EXPECT_EQ(fault("[1.]"), "1:2 `1.` is no JSON value; opened here 1:1");
  EXPECT_EQ(fault("[True]"), "1:2 `True` is not JSON; write `true`; opened here 1:1");
  EXPECT_EQ(fault("tru"), "1:1 `tru` is no JSON value; put strings in double quotes");
  EXPECT_EQ(fault("[\n  // why\n  1]"),
            "2:3 comments are not JSON; remove it, or save the file as YAML; opened here 1:1");
  EXPECT_EQ(fault("[[1]"), "1:5 expected `,` or `]`, found the end of the text; opened here 1:1");
  EXPECT_EQ(fault("[1]]"), "1:4 expected the end of the text, found `]`");
  EXPECT_EQ(fault("[1}"), "1:3 expected `,` or `]`, found `}`; opened here 1:1");
  EXPECT_EQ(fault("[\"a\n\"]"), "1:2 the string has no closing quote on its line; opened here 1:1");
  EXPECT_EQ(fault("[\"a\\x\"]"),
            "1:4 `\\x` is no escape that stands for a character; opened here 1:1");
  EXPECT_EQ(fault("\"\\ud800\""), "1:2 `\\ud800` is no escape that stands for a character");
  EXPECT_EQ(fault("\"a\tb\""), "1:3 a tab stands in a string; write it as `\\t`");
  EXPECT_EQ(fault("[,]"), "1:2 expected a value, found `,`; opened here 1:1");
  EXPECT_EQ(fault("{\"a\":}"), "1:6 expected a value, found `}`; opened here 1:1");
  EXPECT_EQ(fault("[\"a\"\"b\"]"), "1:5 expected `,` or `]`, found `\"`; opened here 1:1");
}

TEST(JsonReader, AStringValueIsNoKey) {
  EXPECT_EQ(fault("{\"a\": \"b\": {}}"), "1:10 expected `,` or `}`, found `:`; opened here 1:1");
  EXPECT_EQ(fault("[\"b\": 1]"), "1:5 expected `,` or `]`, found `:`; opened here 1:1");
}

TEST(JsonReader, DuplicateKeysPointToTheFirst) {
  EXPECT_EQ(fault("{\"a\": 1,\n \"\\u0061\": 2}"),
            "2:2 key `a` stands twice in one mapping; rename or remove one of the two; "
            "first used here 1:2");
}

TEST(JsonReader, DepthHasALimit) {
  const std::string open(1000, '[');
  const std::string close(1000, ']');
  EXPECT_EQ(fault(open + close), "none");
  EXPECT_EQ(fault("[" + open + close + "]"),
            "1:1001 nested more than 1000 levels deep; opened here 1:1000");
  EXPECT_EQ(fault(std::string(100'000, '[')),
            "1:1001 nested more than 1000 levels deep; opened here 1:1000");
}

TEST(JsonReader, BadBytes) {
  EXPECT_EQ(fault("[\"\xFF\"]").substr(0, 3), "1:3");
  EXPECT_EQ(fault(std::string("[\"\x01\"]")), "1:3 control character U+0001 is not allowed");
}

}  // namespace
}  // namespace tizza
