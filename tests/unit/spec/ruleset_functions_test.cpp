// The functions of rulesets: for each, values that satisfy it and values that do not.
#include <gtest/gtest.h>

#include "base/strings.hpp"
#include "spec/rulesets/loaded_ruleset.hpp"
#include "spec/validate.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::spec::rulesets {
namespace {

constexpr const char* kHead =
    "swagger: '2.0'\n"
    "info: {title: x, version: x}\n"
    "paths: {}\n";

/// The pointers below `/x-values` at which the check of `then` finds something in each of `values`,
/// or what is wrong with the ruleset.
std::string found(const std::string& then, const std::string& values,
                  const std::string& given = "$.x-values[*]") {
  testing::FakeFileSystem files;
  files.add("swagger.yaml", std::string(kHead) + "x-values: " + values + "\n");
  files.add("rules.yaml",
            "rules: {one: {given: \"" + given + "\", severity: error, then: " + then + "}}\n");
  Findings problems;
  const auto ruleset = LoadedRuleset::load(files, "rules.yaml", "/work", problems);
  if (!ruleset) return "error: " + problems.list()[0].message;
  const auto report = validate(find_inputs(files, {"swagger.yaml"}), std::nullopt, files,
                               ruleset->for_file("swagger.yaml"), {.threads = 1});
  std::vector<std::string> pointers;
  for (const Diagnostic& finding : report.findings) {
    const bool is_below = finding.pointer.starts_with("/x-values/");
    pointers.push_back(is_below ? finding.pointer.substr(10) : finding.pointer);
  }
  return join(pointers, " ");
}

struct Case {
  std::string then;
  std::string values;
  std::string expected;
};

void PrintTo(const Case& one, std::ostream* to) {
  *to << one.then << " on " << one.values;
}

class Functions : public ::testing::TestWithParam<Case> {};

TEST_P(Functions, Find) {
  EXPECT_EQ(found(GetParam().then, GetParam().values), GetParam().expected);
}

constexpr const char* kMixed = "[a, '', 0, 1, false, true, null, [], {}]";
constexpr const char* kFields = "[{x: 1}, {x: ''}, {x: null}, {}]";

INSTANTIATE_TEST_SUITE_P(
    Presence, Functions,
    ::testing::Values(Case{"{function: truthy}", kMixed, "1 2 4 6"},
                      Case{"{function: falsy}", kMixed, "0 3 5 7 8"},
                      Case{"{function: defined}", kMixed, ""},
                      Case{"{field: x, function: defined}", kFields, "3"},
                      Case{"{field: x, function: undefined}", kFields, "0/x 1/x 2/x"},
                      Case{"{field: x, function: truthy}", kFields, "1/x 2/x 3"},
                      Case{"{field: x, function: falsy}", kFields, "0/x"}));

INSTANTIATE_TEST_SUITE_P(
    Texts, Functions,
    ::testing::Values(
        Case{"{function: pattern, functionOptions: {match: '^a'}}", "[a, ba, 1, null]", "1"},
        Case{"{function: pattern, functionOptions: {match: '/^A/i'}}", "[a, ba]", "1"},
        Case{"{function: pattern, functionOptions: {notMatch: a}}", "[a, b, ba]", "0 2"},
        Case{"{function: pattern, functionOptions: {match: '/a.b/s'}}", "[\"a\\nb\", 'a b', ab]",
             "2"},
        Case{"{function: casing, functionOptions: {type: camel}}", "[aB, AB, a_b, '']", "1 2"},
        Case{"{function: casing, functionOptions: {type: camel, disallowDigits: true}}", "[a1, a]",
             "0"},
        Case{"{function: casing, functionOptions: {type: pascal, separator: {char: '-'}}}",
             "[X-Rate, X-rate, XRate]", "1"},
        Case{"{function: casing, functionOptions: {type: kebab, separator: {char: /, allowLeading: "
             "true}}}",
             "[/a/b-c, a/b, /A, /]", "2"},
        Case{"{function: enumeration, functionOptions: {values: [a, 1, null]}}",
             "[a, 1, 1.0, null, '1', b, [a]]", "4 5"}));

INSTANTIATE_TEST_SUITE_P(
    Sizes, Functions,
    ::testing::Values(Case{"{function: length, functionOptions: {min: 2}}",
                           "[a, ab, 1, 2, [1], {a: 1, b: 1}, true]", "0 2 4"},
                      Case{"{function: length, functionOptions: {max: 2}}",
                           "[abc, \"😀\", 3, [1, 2, 3]]", "0 2 3"},
                      Case{"{function: length, functionOptions: {min: 1, max: 1}}", "['', a, ab]",
                           "0 2"}));

INSTANTIATE_TEST_SUITE_P(
    Order, Functions,
    ::testing::Values(Case{"{function: alphabetical}",
                           "[[a, b], [b, a], [1, 10, 9], [a, B, c], [é, f]]", "1/0 2/1"},
                      Case{"{function: alphabetical}", "[{a: 1, b: 1}, {b: 1, a: 1}]", "1/b"},
                      Case{"{function: alphabetical, functionOptions: {keyedBy: k}}",
                           "[[{k: a}, {k: b}], [{k: b}, {k: a}], [{k: a}, {}], [a, b]]", "1 2 3"}));

INSTANTIATE_TEST_SUITE_P(
    Members, Functions,
    ::testing::Values(
        Case{"{function: xor, functionOptions: {properties: [a, b]}}",
             "[{a: 1}, {a: 1, b: 1}, {c: 1}, a]", "1 2"},
        Case{"{function: or, functionOptions: {properties: [a, b]}}",
             "[{a: 1}, {a: 1, b: 1}, {c: 1}]", "2"},
        Case{"{function: typedEnum}",
             "[{type: string, enum: [a, 1]}, {type: integer, enum: [1, 1.0, 1.5]}, {type: [string, "
             "'null'], enum: [null]}, {enum: [1]}]",
             "0/enum/1 1/enum/2"},
        Case{"{field: '@key', function: casing, functionOptions: {type: flat}}",
             "[{a: 1, B: 2}, [x]]", "0/B 1/0"},
        Case{"{field: a.b, function: truthy}", "[{a: {b: 1}}, {a: {}}, {}]", "1/a 2"},
        Case{"{field: 'a[0].b', function: truthy}", "[{a: [{b: 1}]}, {a: [{}]}, {a: []}]",
             "1/a/0 2/a"},
        Case{"{field: '$.a..b', function: length, functionOptions: {min: 2}}",
             "[{a: {c: {b: x}}}, {a: {b: xx}}]", "0/a/c/b"},
        Case{"{field: a, function: pattern, functionOptions: {match: x}}", "[y]", "0"}));

INSTANTIATE_TEST_SUITE_P(
    Schemas, Functions,
    ::testing::Values(
        Case{"{function: schema, functionOptions: {schema: {type: string}}}", "[a, 1]", "1"},
        Case{"{function: schema, functionOptions: {schema: {required: [a, b]}}}",
             "[{}, {a: 1, b: 1}]", "0"},
        Case{"{function: schema, functionOptions: {schema: {properties: {a: {$ref: '#/$defs/t'}}, "
             "$defs: {t: {type: string}}}}}",
             "[{a: 1}, {a: x}]", "0/a"},
        Case{"{function: schema, functionOptions: {allErrors: true, schema: {additionalProperties: "
             "{type: string}}}}",
             "[{a: 1, b: 2}]", "0/a 0/b"},
        Case{"{field: a, function: schema, functionOptions: {schema: {}}}", "[{}]", "0"}));

TEST(Functions, OptionsAreChecked) {
  EXPECT_EQ(found("{function: truhty}", "[]"), "error: there is no function `truhty`");
  EXPECT_EQ(found("{function: casing}", "[]"), "error: `casing` needs `functionOptions`");
  EXPECT_EQ(found("{function: defined, functionOptions: {a: 1}}", "[]"),
            "error: `defined` takes no options");
  EXPECT_EQ(found("{function: pattern, functionOptions: {match: '('}}", "[]"),
            "error: pattern `(` cannot be used: missing closing parenthesis (character 2)");
  EXPECT_EQ(found("{function: length, functionOptions: {mni: 1}}", "[]").substr(0, 6), "error:");
  EXPECT_EQ(
      found("{function: schema, functionOptions: {schema: {type: strnig}}}", "[]").substr(0, 6),
      "error:");
}

TEST(Functions, AliasesThatMultiplyAreRefused) {
  std::string aliases = "aliases:\n  A0: [$.a, $.b]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string below = "\"#A" + std::to_string(i - 1) + "\"";
    aliases += "  A" + std::to_string(i) + ": [" + below + ", " + below + "]\n";
  }
  testing::FakeFileSystem files;
  files.add("rules.yaml", aliases + "rules: {one: {given: \"#A39\", then: {function: truthy}}}\n");
  Findings problems;
  EXPECT_EQ(LoadedRuleset::load(files, "rules.yaml", "/work", problems), nullptr);
  ASSERT_EQ(problems.list().size(), 1u);
  EXPECT_EQ(problems.list()[0].message, "the aliases stand for too many expressions");
}

TEST(Functions, OfManyProblemsAHundredAreTold) {
  std::string rules = "rules:\n";
  for (int i = 0; i < 1000; ++i) {
    rules += "  r" + std::to_string(i) + ": {given: $, then: {function: truhty}}\n";
  }
  testing::FakeFileSystem files;
  files.add("rules.yaml", rules);
  Findings problems;
  EXPECT_EQ(LoadedRuleset::load(files, "rules.yaml", "/work", problems), nullptr);
  ASSERT_EQ(problems.list().size(), 101u);
  EXPECT_EQ(problems.list()[100].message, "`rules.yaml` has 900 further problems");
}

TEST(Functions, SchemaFollowsReferencesAndCircles) {
  const std::string then =
      "{function: schema, functionOptions: {schema: {$ref: '#/$defs/n', $defs: {n: {required: [v], "
      "properties: {next: {$ref: '#/$defs/n'}}}}}}}";
  EXPECT_EQ(
      found(then, "{a: {v: 1, next: {$ref: '#/x-values/b'}}, b: {next: {$ref: '#/x-values/a'}}}",
            "$.x-values.a"),
      "b");
  EXPECT_EQ(found(then, "{a: {v: 1, next: {$ref: '#/x-values/a'}}}", "$.x-values.a"), "");
}

TEST(Functions, UnreferencedObjectsAreFound) {
  const std::string then =
      "{function: unreferencedReusableObject, functionOptions: {reusableObjectsLocation: "
      "'#/x-values'}}";
  EXPECT_EQ(found(then, "{a: {}, b: {$ref: '#/x-values/c/d'}, c: {d: 1}}", "$.x-values"), "a b");
}

}  // namespace
}  // namespace tizza::spec::rulesets
