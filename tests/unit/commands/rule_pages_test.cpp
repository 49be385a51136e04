// Every rule has a page that shows its examples, with a ruleset that does what the page says.
#include <gtest/gtest.h>

#include "app/run.hpp"
#include "base/strings.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/rulesets/loaded_ruleset.hpp"
#include "support/fake_context.hpp"

namespace tizza::testing {
namespace {

std::string page_of(const spec::Rule& rule) {
  FakeContext fake;
  EXPECT_EQ(app::run({"spec", "rules", std::string(rule.id)}, fake.context), 0) << rule.id;
  return fake.terminal.out_text();
}

/// What stands under a heading, without the indentation.
std::string section(const std::string& page, const std::string& heading) {
  std::string text;
  bool is_inside = false;
  for (const auto line : split_lines(page)) {
    const bool is_indented = line.starts_with("  ");
    if (!is_indented) is_inside = line == heading;
    if (is_indented && is_inside) text.append(line.substr(2)).append("\n");
  }
  return text;
}

TEST(RulePages, ShowTheExamples) {
  for (const spec::Rule* rule : spec::all_rules()) {
    const std::string page = page_of(*rule);
    EXPECT_TRUE(page.starts_with(std::string(rule->id) + ": ")) << page;
    EXPECT_NE(page.find(rule->rationale), std::string::npos) << rule->id;
    EXPECT_EQ(section(page, "bad"), rule->bad);
    EXPECT_EQ(section(page, "good"), rule->good);
  }
}

TEST(RulePages, SayHowToSwitchTheRule) {
  for (const spec::Rule* rule : spec::all_rules()) {
    const bool is_on = rule->recommended.has_value();
    FakeFileSystem files;
    files.add(".spectral.yaml",
              section(page_of(*rule), is_on ? "to switch it off" : "to switch it on"));
    Findings problems;
    const auto ruleset =
        spec::rulesets::LoadedRuleset::load(files, ".spectral.yaml", "/work", problems);
    ASSERT_TRUE(ruleset) << rule->id << ": " << problems.list()[0].message;
    for (const auto& [id, state] : ruleset->states()) {
      const bool was_on = state.rule->recommended.has_value();
      EXPECT_EQ(state.is_on, id == rule->id ? !is_on : was_on) << rule->id << " and " << id;
    }
  }
}

}  // namespace
}  // namespace tizza::testing
