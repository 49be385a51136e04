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

/// Every call of a command that the strings of a document hold, a line or less each.
void collect_calls(Node node, std::vector<std::string>& calls) {
  for (auto line : split_lines(node.text())) {
    for (const std::string_view name : {"tizza validate", "tizza release"}) {
      const size_t begin = line.find(name);
      if (begin == std::string_view::npos) continue;
      line = line.substr(begin);
      calls.emplace_back(line.substr(0, std::min(line.find(" |"), line.find(" ;"))));
      break;
    }
  }
  for (const Node item : node.items()) collect_calls(item, calls);
  for (const auto& [key, value] : node.entries()) collect_calls(value, calls);
}

/// The command whose path the call starts with.
const CommandSpec* command_of(const std::string& call) {
  const CommandSpec* found = nullptr;
  for (const CommandSpec* command : all_commands()) {
    const std::string start = "tizza " + std::string(command->path);
    if (call == start || call.starts_with(start + " ")) found = command;
  }
  return found;
}

bool is_flag(const CommandSpec& command, std::string_view name) {
  if (name == "output") return true;
  return std::ranges::any_of(command.flags,
                             [&](const FlagSpec& flag) { return flag.name == name; });
}

void expect_understood(const std::string& call) {
  const CommandSpec* command = command_of(call);
  ASSERT_NE(command, nullptr) << call;
  const auto words = split(call, ' ');
  for (size_t i = 2; i < words.size(); ++i) {
    if (words[i].starts_with("--")) {
      EXPECT_TRUE(is_flag(*command, words[i].substr(2))) << call << ": " << words[i];
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
  EXPECT_EQ(files, 5u);
}

}  // namespace
}  // namespace tizza::commands
