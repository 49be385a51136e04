#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza {
namespace {

Result<DocumentPtr> try_read(std::string text) {
  return read_toml(std::make_shared<Source>("test.toml", std::move(text)));
}

std::string fault(std::string text) {
  const auto document = try_read(std::move(text));
  if (document.ok()) return "none";
  const auto& found = document.error().diagnostic;
  const Position at = found.at.begin();
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " " + found.message;
}

TEST(TomlReader, MarksKeysAndValues) {
  const auto document = try_read(
      "[project]\nname = \"caf\\u00e9\" # é\n\"é key\" = 'x'\nversion.text = \"1.0\"\n"
      "deps = [ \"a\", {b = 1_000} ]\n[tool.x]\nwhen = 1979-05-27\n[[list]]\nk = 1\n[[list]]\nk = "
      "2\n");
  ASSERT_TRUE(document.ok()) << document.error().diagnostic.message;
  const Node root = (*document)->root();
  const Node project = root["project"];
  EXPECT_EQ(project["name"].raw(), "\"caf\\u00e9\"");
  EXPECT_EQ(project["name"].text(), "café");
  EXPECT_EQ(project.find("é key")->key.raw(), "\"é key\"");
  EXPECT_EQ(project["é key"].raw(), "'x'");
  EXPECT_EQ(project["version"]["text"].raw(), "\"1.0\"");
  EXPECT_EQ(project["deps"].raw(), "[ \"a\", {b = 1_000} ]");
  EXPECT_EQ(project["deps"].at(1)["b"].raw(), "1_000");
  EXPECT_EQ(root["tool"]["x"]["when"].text(), "1979-05-27");
  EXPECT_EQ(root["list"].at(1)["k"].as_int(), 2);
  EXPECT_EQ(project.entry(0).key.text(), "name");
  EXPECT_EQ(project.entry(3).key.text(), "deps");
}

TEST(TomlReader, ByteOrderMarkAndCrLf) {
  const auto document = try_read(
      "\xEF\xBB\xBF"
      "a = 1\r\nb = \"x\"\r\n");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ((*document)->root()["a"].raw(), "1");
  EXPECT_EQ((*document)->root()["b"].raw(), "\"x\"");
}

TEST(TomlReader, FaultsHaveTheirPlace) {
  EXPECT_EQ(fault("a = 1\na = 2\n"), "2:5 cannot redefine existing integer `a`");
  EXPECT_EQ(fault("x = 1\né = 1\n").substr(0, 3), "2:1");
  EXPECT_EQ(fault("a = \"\xFF\"\n").substr(0, 3), "1:6");
}

TEST(TomlReader, DepthHasALimit) {
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  EXPECT_EQ(fault(dotted + " = 1\n"), "1:2002 more than 1000 dots on one line");
  EXPECT_EQ(fault("a = " + std::string(100'000, '[')).substr(0, 2), "1:");
}

}  // namespace
}  // namespace tizza
