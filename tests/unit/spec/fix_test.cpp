#include "spec/fix.hpp"

#include <gtest/gtest.h>

#include "spec/rules/rule_table.hpp"
#include "spec/validate.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::spec {
namespace {

using testing::FakeFileSystem;

const std::string kHead = "swagger: '2.0'\ninfo: {title: a, version: b}\n";

/// Every rule, as errors.
const Ruleset& all_on() {
  static const Ruleset rules = [] {
    Ruleset all;
    for (const Rule* rule : all_rules()) all.push_back({rule, Severity::kError});
    return all;
  }();
  return rules;
}

FixOutcome fix(
    const FakeFileSystem& files, const std::vector<std::string>& paths = {"api.yaml"},
    const Narrow& narrow = [](report::Report&) {}) {
  return fix_findings(
      files,
      [&](const FileReader& reader) {
        return validate(find_inputs(files, paths), std::nullopt, reader, all_on(),
                        {.most_findings = 0});
      },
      narrow);
}

std::string fixed(const std::string& text) {
  FakeFileSystem files;
  files.add("api.yaml", text);
  const FixOutcome outcome = fix(files);
  return outcome.files.empty() ? "unchanged" : outcome.files[0].after;
}

TEST(Fix, ChangesNothingBesideTheSpans) {
  EXPECT_EQ(
      fixed(kHead + "# before\npaths:\n  '/pizza/':   # the key\n    get: {operationId: a, "
                    "responses: {200: {description: x}}}\n"
                    "definitions:\r\n  A:\n    enum:\n    - a\n    - b\n    # again\n    - a\n  B: "
                    "{enum: [1, 1.0, 2]}\n"),
      kHead +
          "# before\npaths:\n  '/pizza':   # the key\n    get: {operationId: a, "
          "responses: {200: {description: x}}}\n"
          "definitions:\r\n  A:\n    enum:\n    - a\n    - b\n  B: {enum: [1, 2]}\n");
}

TEST(Fix, TakesSeveralRoundsWhereFixesOverlap) {
  EXPECT_EQ(fixed(kHead + "paths: {}\ndefinitions:\n  A: {enum: [a, a, a, a, b]}\n"),
            kHead + "paths: {}\ndefinitions:\n  A: {enum: [a, b]}\n");
}

TEST(Fix, IsTakenBackWhereSomethingElseWouldBreak) {
  FakeFileSystem files;
  const std::string get = ": {get: {responses: {200: {description: x}}}}\n";
  files.add("api.yaml", kHead + "paths:\n  /a/" + get + "  /a" + get + "  /b/" + get);
  const FixOutcome outcome = fix(files);
  EXPECT_EQ(outcome.fixed, 1u);
  EXPECT_EQ(outcome.refused, 1u);
  ASSERT_EQ(outcome.files.size(), 1u);
  EXPECT_EQ(outcome.files[0].after, kHead + "paths:\n  /a/" + get + "  /a" + get + "  /b" + get);
}

TEST(Fix, LeavesWhatWasTakenAway) {
  FakeFileSystem files;
  files.add("api.yaml", kHead + "paths: {}\ndefinitions:\n  A: {enum: [a, a]}\n");
  const FixOutcome outcome =
      fix(files, {"api.yaml"}, [](report::Report& report) { report.findings.clear(); });
  EXPECT_EQ(outcome.fixed, 0u);
  EXPECT_TRUE(outcome.files.empty());
}

TEST(Fix, ReachesFilesThatOthersReferTo) {
  FakeFileSystem files;
  files.add("api.yaml", kHead + "paths: {}\ndefinitions:\n  A: {$ref: 'common.yaml#/A'}\n");
  files.add("common.yaml", "A: {enum: [a, a]}\n");
  const FixOutcome outcome = fix(files);
  ASSERT_EQ(outcome.files.size(), 1u);
  EXPECT_EQ(outcome.files[0].path, "common.yaml");
  EXPECT_EQ(outcome.files[0].after, "A: {enum: [a]}\n");
}

TEST(Fix, IsSaidOfEveryRuleThatHasOne) {
  for (const Rule* rule : all_rules()) {
    if (rule->fix.empty()) continue;
    EXPECT_FALSE(rule->fix.ends_with('.')) << rule->id;
    EXPECT_TRUE(rule->fix[0] >= 'a' && rule->fix[0] <= 'z') << rule->id;
  }
}

}  // namespace
}  // namespace tizza::spec
