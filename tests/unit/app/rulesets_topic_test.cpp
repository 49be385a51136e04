#include <gtest/gtest.h>

#include "app/help_topics.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::app {
namespace {

TEST(RulesetsTopic, NamesEveryFunction) {
  const auto page = topic_page("rulesets", {});
  ASSERT_TRUE(page);
  for (const spec::rulesets::FunctionSpec* function : spec::rulesets::all_functions()) {
    EXPECT_NE(page->find(function->name), std::string::npos) << function->name;
  }
}

}  // namespace
}  // namespace tizza::app
