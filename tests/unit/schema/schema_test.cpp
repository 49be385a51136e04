#include "schema/schema.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::schema {
namespace {

DocumentPtr read(std::string_view text, const char* path = "team.yaml") {
  auto document = read_document(std::make_shared<Source>(path, std::string(text)));
  EXPECT_TRUE(document.ok()) << document.error().diagnostic.message;
  return *document;
}

/// Every finding as `line:column-column rule: message (help)`.
std::string findings(std::string_view schema_text, std::string_view instance_text,
                     const ValidateOptions& options = {}) {
  const auto schema = Schema::compile(read(schema_text, "schema.yaml"));
  if (!schema.ok()) return schema.error().diagnostic.message;
  const DocumentPtr instance = read(instance_text);
  Findings found;
  const bool holds = schema->validate(instance->root(), found, options);
  EXPECT_EQ(holds, found.empty());
  EXPECT_EQ(holds, schema->accepts(instance->root(), options));
  std::string text;
  for (const Diagnostic& finding : found.list()) {
    const Position begin = finding.at.begin();
    text += fmt::format("{}:{}-{} {}: {}", begin.line, begin.column, finding.at.end().column,
                        finding.rule, finding.message);
    if (!finding.help.empty()) text += " (" + finding.help + ")";
    text += "\n";
  }
  return text;
}

constexpr std::string_view kTeam = R"(
type: object
required: [email]
additionalProperties: false
properties:
  email: {type: string, pattern: "@", examples: [team@tizza.com]}
  lead: {type: string}
  kind: {enum: [backend, frontend]}
  size: {type: integer, minimum: 1, maximum: 20}
  members: {type: array, items: {type: string, minLength: 1}, uniqueItems: true, minItems: 1}
  on_call: {type: boolean}
)";

TEST(Schema, SaysWhatWasFoundAtItsExactPlace) {
  EXPECT_EQ(findings(kTeam, "email: a@b\nsize: big\n"),
            "2:7-10 wrong-type: `size` must be an integer, not the string `big`\n");
  EXPECT_EQ(findings(kTeam, "email: a@b\nsize: 21\n"),
            "2:7-9 out-of-range: `size` must be at most 20, not `21`\n");
  EXPECT_EQ(findings(kTeam, "email: a@b\nmembers: [ana, '']\n"),
            "2:16-18 out-of-range: item 2 of `members` must not be empty\n");
  EXPECT_EQ(findings(kTeam, "email: a@b\nmembers: [ana, ana]\n"),
            "2:16-19 duplicate-item: `ana` stands twice in `members`\n");
  EXPECT_EQ(findings(kTeam, "email: ab\n"),
            "1:8-10 wrong-format: `email` must match the pattern `@`, and `ab` does not\n");
}

TEST(Schema, UnknownAndMissingFields) {
  EXPECT_EQ(findings(kTeam, "email: a@b\nled: ana\n"),
            "2:1-4 unknown-field: field `led` is not known at the top level (`lead` is close)\n");
  EXPECT_EQ(findings(kTeam, "lead: ana\n"),
            "1:1-1 missing-field: the document has no field `email` "
            "(add `email: team@tizza.com`)\n");
  EXPECT_EQ(findings("additionalProperties: {required: [email]}", "culinary: {lead: ana}\n"),
            "1:1-9 missing-field: `culinary` has no field `email`\n");
}

TEST(Schema, HelpsWithTheUsualSlips) {
  EXPECT_EQ(findings(kTeam, "email: a@b\nkind: backnd\n"),
            "2:7-13 wrong-value: `kind` must be `backend` or `frontend`, not `backnd` "
            "(`backend` is close)\n");
  EXPECT_EQ(findings(kTeam, "email: a@b\nmembers: ana\n"),
            "2:10-13 wrong-type: `members` must be a list, not the string `ana` "
            "(write `[ana]`)\n");
  EXPECT_EQ(findings(kTeam, "email: a@b\non_call: yes\n"),
            "2:10-13 wrong-type: `on_call` must be true or false, not the string `yes` "
            "(write `true`)\n");
  EXPECT_EQ(findings(kTeam, "email: 1.10\n"),
            "1:8-12 wrong-type: `email` must be a string, not the number `1.10` "
            "(write `\"1.10\"`)\n");
  EXPECT_EQ(findings(kTeam, "email: a@b\nlead:\n"),
            "2:6-6 wrong-type: `lead` must be a string, not nothing\n");
}

TEST(Schema, JsonIsSpokenOfInItsOwnWords) {
  EXPECT_EQ(findings(kTeam, R"({"email": "a@b", "members": {}})"),
            "1:18-27 wrong-type: `members` must be an array, not an object\n");
}

TEST(Schema, PlainScalarsMayCountAsStrings) {
  const ValidateOptions written{.plain_scalars_are_strings = true};
  EXPECT_EQ(findings("properties: {version: {type: string, pattern: '^[0-9.]+$'}}",
                     "version: 1.10\n", written),
            "");
  EXPECT_EQ(findings("properties: {version: {enum: ['1.10']}}", "version: 1.10\n", written), "");
  EXPECT_EQ(
      findings("properties: {version: {type: string, minLength: 5}}", "version: 1.10\n", written),
      "1:10-14 out-of-range: `version` must have at least 5 characters, not 4\n");
  EXPECT_EQ(findings("properties: {version: {type: string}}", "version:\n", written),
            "1:9-9 wrong-type: `version` must be a string, not nothing\n");
}

TEST(Schema, TheNearestBranchSpeaks) {
  constexpr std::string_view kStep = R"(
oneOf:
  - {title: a call, properties: {kind: {const: call}, phone: {type: string}}, required: [phone]}
  - {title: a run, properties: {kind: {const: run}, host: {type: string}}, required: [host]}
)";
  EXPECT_EQ(findings(kStep, "kind: run\nhost: [a]\n"),
            "2:1-5 wrong-type: `host` must be a string, not a list\n");
  EXPECT_EQ(findings("anyOf: [{type: string}, {type: array, items: {type: string}}]", "[a, 3]"),
            "1:5-6 wrong-type: item 2 of the document must be a string, not the integer `3` "
            "(write `\"3\"`)\n");
  EXPECT_EQ(findings("properties: {at: {anyOf: [{type: string}, {type: array}]}}", "at: {a: 1}"),
            "1:1-3 wrong-type: `at` must be a list or a string, not a mapping\n");
  EXPECT_EQ(findings("oneOf: [{required: [run]}, {required: [ask]}]", "id: a"),
            "1:1-1 missing-field: the document needs one of the fields `run` or `ask`\n");
  EXPECT_EQ(findings("oneOf: [{required: [run]}, {required: [ask]}]", "{run: a, ask: b}"),
            "1:1-1 no-match: the document fits `run` and `ask`, of which only one may hold\n");
}

TEST(Schema, NamesAndPatternsMayCarryTheirOwnWords) {
  EXPECT_EQ(findings("propertyNames: {pattern: '^[a-z-]+$', patternErrorMessage: lower case}",
                     "Culinary: 1\n"),
            "1:1-9 wrong-format: name `Culinary` must be lower case\n");
  EXPECT_EQ(findings("properties: {a: {pattern: '^[0-9]+m$', patternErrorMessage: a duration}}",
                     "a: x\n"),
            "1:4-5 wrong-format: `a` must be a duration, not `x`\n");
}

TEST(Schema, ABrokenSchemaIsAnErrorAtItsPlace) {
  const auto error = [](const char* text) {
    const auto schema = Schema::compile(read(text, "schema.yaml"));
    if (schema.ok()) return std::string("none");
    const Diagnostic& diagnostic = schema.error().diagnostic;
    return fmt::format("{}: {}", diagnostic.at.begin().column, diagnostic.message);
  };
  EXPECT_EQ(error("type: strng"), "7: `strng` is no type of JSON Schema");
  EXPECT_EQ(error("$ref: '#/$defs/a'"),
            "7: reference `#/$defs/a` leads nowhere: there is nothing at `/$defs/a`");
  EXPECT_EQ(error("pattern: '('"),
            "10: pattern `(` cannot be used: missing closing parenthesis (character 2)");
  EXPECT_EQ(error("items: 3"),
            "8: a schema must be a mapping, `true` or `false`, not the integer `3`");
}

TEST(Schema, EndsWhereASchemaRefersToItself) {
  EXPECT_EQ(findings("$ref: '#'", "a"),
            "1:1-2 schema-limit: the schema of the document refers to itself without an end\n");
  const auto schema = Schema::compile(read("pattern: '^(a+)+$'", "schema.yaml"));
  const DocumentPtr instance = read(std::string(60, 'a') + "b");
  Findings found;
  EXPECT_FALSE(schema->validate(instance->root(), found));
  EXPECT_EQ(found.list().at(0).rule, "schema-limit");
}

}  // namespace
}  // namespace tizza::schema
