// The examples under templates/ci can be copied as they stand: they are YAML, and call tizza with
// flags and formats that exist.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/embedded.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "report/format.hpp"
#include "text/reader.hpp"

namespace tizza::commands {
namespace {

/// Every string of a document that calls `tizza validate`.
void collect_calls(Node node, std::vector<std::string>& calls) {
  if (node.is_scalar() && node.text().starts_with("tizza validate")) {
    calls.emplace_back(node.text());
  }
  for (const Node item : node.items()) collect_calls(item, calls);
  for (const auto& [key, value] : node.entries()) collect_calls(value, calls);
}

bool is_flag(std::string_view name) {
  if (name == "output") return true;
  return std::ranges::any_of(validate_command().flags,
                             [&](const FlagSpec& flag) { return flag.name == name; });
}

void expect_understood(const std::string& call) {
  const auto words = split(call, ' ');
  for (size_t i = 2; i < words.size(); ++i) {
    if (words[i].starts_with("--")) {
      EXPECT_TRUE(is_flag(words[i].substr(2))) << call << ": " << words[i];
    } else if (words[i] == "-o") {
      const auto format = words[i + 1].substr(0, words[i + 1].find('='));
      EXPECT_NE(report::find_format(format), nullptr) << call << ": " << format;
    }
    if (words[i] == "--format") {
      EXPECT_NE(report::find_format(words[i + 1]), nullptr) << call;
    }
  }
}

TEST(CiExamples, AreYamlAndCallTizzaAsItIs) {
  size_t files = 0;
  for (const EmbeddedFile& file : embedded_templates()) {
    if (!file.path.starts_with("ci/")) continue;
    ++files;
    const auto document =
        read_yaml(std::make_shared<Source>(std::string(file.path), std::string(file.bytes)));
    ASSERT_TRUE(document.ok()) << file.path << ": " << document.error().diagnostic.message;
    std::vector<std::string> calls;
    collect_calls((*document)->root(), calls);
    EXPECT_GE(calls.size(), 2u) << file.path;
    for (const std::string& call : calls) expect_understood(call);
  }
  EXPECT_EQ(files, 3u);
}

}  // namespace
}  // namespace tizza::commands
