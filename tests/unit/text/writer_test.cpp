#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

SourcePtr source_of(std::string text) {
  return std::make_shared<Source>("written", std::move(text));
}

Value::Mapping sample() {
  return {{"name", "culinary-service"},
          {"tier", 1},
          {"share", 0.5},
          {"phone", "+36123456789"},
          {"version", "1.10"},
          {"norway", "no"},
          {"at", "12:30"},
          {"empty", ""},
          {"none", nullptr},
          {"on", true},
          {"list", Value::List{"a", 2}},
          {"nothing", Value::List{}},
          {"notes", "first\nsecond\n"}};
}

TEST(JsonWriter, OneLineAndIndented) {
  const Value value = Value::Mapping{{"a", Value::List{1, "x"}}, {"b", Value::Mapping{}}};
  EXPECT_EQ(write_json(value), R"({"a":[1,"x"],"b":{}})");
  EXPECT_EQ(write_json(value, 2), "{\n  \"a\": [\n    1,\n    \"x\"\n  ],\n  \"b\": {}\n}");
}

TEST(JsonWriter, Numbers) {
  EXPECT_EQ(write_json(1.0), "1.0");
  EXPECT_EQ(write_json(0.1), "0.1");
  EXPECT_EQ(write_json(1e300), "1e+300");
  EXPECT_EQ(write_json(INT64_MIN), "-9223372036854775808");
  EXPECT_EQ(write_json(std::nan("")), "null");
}

TEST(JsonWriter, QuotesWhatMustNotStandInStrings) {
  EXPECT_EQ(json_quote("a\"b\\c\n\t\x01é"), R"("a\"b\\c\n\t\u0001é")");
  EXPECT_EQ(json_quote("x\xFFy"), "\"x\xEF\xBF\xBDy\"");
}

TEST(YamlWriter, WritesBlockStyleAndQuotesWhatOthersMisread) {
  EXPECT_EQ(
      write_yaml(sample()),
      "name: culinary-service\ntier: 1\nshare: 0.5\nphone: \"+36123456789\"\n"
      "version: \"1.10\"\nnorway: \"no\"\nat: \"12:30\"\nempty: \"\"\nnone: null\n\"on\": true\n"
      "list: [a, 2]\nnothing: []\nnotes: |\n  first\n  second\n");
}

TEST(YamlWriter, RootScalars) {
  EXPECT_EQ(write_yaml("x"), "x\n");
  EXPECT_EQ(write_yaml(nullptr), "null\n");
}

TEST(YamlWriter, KeepsNoncharacters) {
  EXPECT_EQ(write_yaml(Value::List{"\uFFFF2", "\uE000", "\uFDD0\U0010FFFE"}),
            "[\"\\U0000FFFF2\", \uE000, \"\\U0000FDD0\\U0010FFFE\"]\n");
}

/// Values of all kinds, with strings made of the characters that writers get wrong.
class RandomValue {
 public:
  explicit RandomValue(uint32_t seed) : random_(seed) {}

  Value make(int depth) {
    switch (below(depth > 0 ? 8 : 6)) {
      case 0:
        return nullptr;
      case 1:
        return below(2) == 0;
      case 2:
        return static_cast<int64_t>(random_()) << below(40);
      case 3:
        return std::ldexp(static_cast<double>(random_()), static_cast<int>(below(80)) - 40);
      case 6: {
        Value::List list;
        for (uint32_t i = below(5); i > 0; --i) list.push_back(make(depth - 1));
        return list;
      }
      case 7: {
        Value mapping = Value::Mapping{};
        for (uint32_t i = below(5); i > 0; --i) mapping.set(text(), make(depth - 1));
        return mapping;
      }
      default:
        return text();
    }
  }

 private:
  uint32_t below(uint32_t limit) { return random_() % limit; }

  std::string text() {
    static const std::vector<std::string> kPieces = {"a",
                                                     "\uFFFF",
                                                     "\U0001FFFE",
                                                     "\uE000",
                                                     "no",
                                                     "1",
                                                     ".",
                                                     ":",
                                                     " ",
                                                     "#",
                                                     "\n",
                                                     "\t",
                                                     "'",
                                                     "\"",
                                                     "\\",
                                                     "-",
                                                     "? ",
                                                     "é",
                                                     "🍕",
                                                     "{",
                                                     "]",
                                                     "\xC2\x85",
                                                     "\x01",
                                                     "~",
                                                     "*",
                                                     "&",
                                                     "%",
                                                     "@",
                                                     "\r",
                                                     "|",
                                                     ">",
                                                     "---",
                                                     "<<",
                                                     "\xEF\xBB\xBF",
                                                     "\x7F",
                                                     "...",
                                                     "\xE2\x80\xA8",
                                                     "0x1F",
                                                     "e"};
    std::string made;
    for (uint32_t i = below(8); i > 0; --i) made += kPieces[below(kPieces.size())];
    return made;
  }

  std::mt19937 random_;
};

TEST(Writers, WhatIsWrittenReadsBackEqual) {
  const uint32_t first_seed = 20240101;
  for (uint32_t seed = first_seed; seed < first_seed + 3000; ++seed) {
    const Value value = RandomValue(seed).make(4);
    const std::string json = write_json(value, static_cast<int>(seed % 3));
    const auto from_json = read_json(source_of(json));
    ASSERT_TRUE(from_json.ok()) << "seed " << seed << "\n" << json;
    ASSERT_TRUE(Value::from((*from_json)->root()) == value) << "seed " << seed << "\n" << json;
    const std::string yaml = write_yaml(value);
    const auto from_yaml = read_yaml(source_of(yaml));
    ASSERT_TRUE(from_yaml.ok()) << "seed " << seed << "\n"
                                << from_yaml.error().diagnostic.message << "\n"
                                << yaml << json;
    ASSERT_TRUE(Value::from((*from_yaml)->root()) == value) << "seed " << seed << "\n"
                                                            << yaml << json;
  }
}

}  // namespace
}  // namespace tizza
