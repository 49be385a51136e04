// The README says why each rule of tizza:recommended is on; the table of rules says which are.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "base/strings.hpp"
#include "spec/rules/rule_table.hpp"
#include "support/source_dir.hpp"

namespace tizza::spec {
namespace {

/// The rules that the section names in its table, each as often as it does.
std::multiset<std::string> listed_rules() {
  std::ifstream file(testing::source_dir() + "/README.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::multiset<std::string> rules;
  bool is_inside = false;
  for (const auto line : split_lines(text)) {
    if (line.starts_with("## ")) is_inside = line == "## The rules that are on";
    if (!is_inside || !line.starts_with("| ")) continue;
    const auto parts = split(line, '`');
    for (size_t i = 1; i < parts.size(); i += 2) rules.emplace(parts[i]);
  }
  return rules;
}

TEST(ReadmeRules, SayWhyEachRecommendedRuleIsOn) {
  const auto listed = listed_rules();
  for (const Rule* rule : all_rules()) {
    EXPECT_EQ(listed.count(std::string(rule->id)), rule->recommended ? 1u : 0u)
        << rule->id << ": `## The rules that are on` in README.md names what is on by default";
  }
  for (const auto& id : listed) {
    EXPECT_NE(find_rule(id), nullptr) << id << " is no rule";
  }
}

}  // namespace
}  // namespace tizza::spec
