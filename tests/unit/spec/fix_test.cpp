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

/// Mends the parts of an OpenAPI description and holds that doing it again changes nothing.
std::string mended(const std::string& version, const std::string& text) {
  const std::string head = "openapi: " + version + "\ninfo: {title: a, version: b}\n";
  const std::string once = fixed(head + text);
  EXPECT_EQ(fixed(once), "unchanged") << once;
  EXPECT_TRUE(once.starts_with(head)) << once;
  return once.substr(std::min(head.size(), once.size()));
}

TEST(Fix, SortsTagsWithTheirComments) {
  EXPECT_EQ(mended("3.0.4",
                   "tags:\n# what we bake\n- name: pizza  # the best\n\n- name: likes\n  "
                   "description: x\npaths: {}\n"),
            "tags:\n- name: likes\n  description: x\n# what we bake\n- name: pizza  # the "
            "best\n\npaths: {}\n");
  EXPECT_EQ(mended("3.0.4", "paths: {}\ntags: [{name: pizza}, {name: likes},  {name: a}]\n"),
            "paths: {}\ntags: [{name: a}, {name: likes},  {name: pizza}]\n");
  EXPECT_EQ(mended("3.0.4", "paths: {}\ntags:\n- name: b\n- name: a"),
            "paths: {}\ntags:\n- name: a\n- name: b");
}

TEST(Fix, TakesTwinsAway) {
  EXPECT_EQ(mended("3.0.4", "paths: {}\ntags: [{name: a}, {name: a}, {name: b}]\n"),
            "paths: {}\ntags: [{name: a}, {name: b}]\n");
  const std::string differ = "paths: {}\ntags: [{name: a}, {name: a, description: x}]\n";
  EXPECT_EQ(fixed("openapi: 3.0.4\ninfo: {title: a, version: b}\n" + differ), "unchanged");
  EXPECT_EQ(mended("3.0.4",
                   "paths:\n  /a:\n    get:\n      parameters:\n      # how many\n      - &l "
                   "{name: l, in: query, schema: {type: integer}}\n      # again\n      - {in: "
                   "query, name: l, schema: {type: integer}}\n      responses: {200: "
                   "{description: x}}\n"),
            "paths:\n  /a:\n    get:\n      parameters:\n      # how many\n      - &l "
            "{name: l, in: query, schema: {type: integer}}\n      responses: {200: "
            "{description: x}}\n");
}

TEST(Fix, TakesSlashesFromServers) {
  EXPECT_EQ(mended("3.0.4", "paths: {}\nservers: [{url: 'https://tizza.com/v1/'}]  # ours\n"),
            "paths: {}\nservers: [{url: 'https://tizza.com/v1'}]  # ours\n");
  EXPECT_EQ(fixed(kHead + "host: tizza.com/\npaths: {}\n"), kHead + "host: tizza.com\npaths: {}\n");
}

TEST(Fix, SaysTheSameInOtherWords) {
  EXPECT_EQ(mended("3.2.0", "components: {schemas: {A: {type: string, xml: {attribute: true}}}}\n"),
            "components: {schemas: {A: {type: string, xml: {nodeType: attribute}}}}\n");
  EXPECT_EQ(mended("3.1.1",
                   "components:\n  schemas:\n    A:\n      maximum: 9  # wide\n      "
                   "exclusiveMaximum: 5\n    B: {minimum: 9, exclusiveMinimum: 5}\n"),
            "components:\n  schemas:\n    A:\n      exclusiveMaximum: 5\n    B: {minimum: "
            "9}\n");
  EXPECT_EQ(mended("3.0.4",
                   "paths: {}\ncomponents:\n  parameters:\n    t:\n      name: t\n      in: "
                   "query\n      schema: {type: array, items: {}}\n    u: {name: u, in: header, "
                   "explode: true, schema: {type: array, items: {}}}\n"),
            "paths: {}\ncomponents:\n  parameters:\n    t:\n      name: t\n      in: "
            "query\n      schema: {type: array, items: {}}\n      style: form\n      explode: "
            "true\n    u: {name: u, in: header, explode: true, schema: {type: array, items: {}}, "
            "style: simple}\n");
}

TEST(Fix, TakesOutIgnoresWithoutUse) {
  EXPECT_EQ(mended("3.0.4",
                   "paths: {}\n# kept\nx-tizza-ignore:\n- typed-enum  # why\n"
                   "- info-contact\n"),
            "paths: {}\n# kept\nx-tizza-ignore:\n- info-contact\n");
  EXPECT_EQ(mended("3.0.4", "paths: {}\nx-tizza-ignore: typed-enum\nx-a: 1\n"),
            "paths: {}\nx-a: 1\n");
}

}  // namespace
}  // namespace tizza::spec
