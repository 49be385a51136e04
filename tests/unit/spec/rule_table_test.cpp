#include "spec/rules/rule_table.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tizza::spec {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// An abbreviation such as `GET` may stand first.
bool starts_lower(std::string_view text) {
  return text.size() > 1 && (!is_upper(text[0]) || is_upper(text[1]));
}

TEST(RuleTable, EveryRuleExplainsItself) {
  std::set<std::string_view> ids;
  for (const Rule* rule : all_rules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id << " stands twice";
    EXPECT_EQ(find_rule(rule->id), rule);
    EXPECT_TRUE(starts_lower(rule->summary)) << rule->id;
    EXPECT_FALSE(rule->summary.ends_with('.')) << rule->id;
    EXPECT_TRUE(rule->rationale.ends_with('.')) << rule->id;
    EXPECT_FALSE(rule->bad.empty()) << rule->id;
    EXPECT_FALSE(rule->good.empty()) << rule->id;
    EXPECT_EQ(rule->check != nullptr, !rule->on.empty()) << rule->id;
  }
  EXPECT_EQ(find_rule("no-such-rule"), nullptr);
}

}  // namespace
}  // namespace tizza::spec
