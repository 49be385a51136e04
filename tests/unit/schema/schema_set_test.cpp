#include "schema/schema_set.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::schema {
namespace {

/// A document with schemas under `schemas`, which references name by `#/…`, and `value`s.
class Described {
 public:
  Described(Dialect dialect, const std::string& text)
      : document_(*read_yaml(std::make_shared<Source>("api.yaml", text))),
        schemas_({.dialect = dialect, .assert_formats = true}, [this](Node holder) {
          return document_->resolve(holder["$ref"].text().substr(1));
        }) {}

  Node at(std::string_view pointer) const { return document_->resolve(pointer); }
  SchemaSet& schemas() { return schemas_; }

  /// What is wrong with `value` by `schema`, a finding a line.
  std::string check(const ValidateOptions& options = {}) {
    std::string text;
    for (const Failure& failure : schemas_.check(at("/schema"), at("/value"), options)) {
      text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", failure.rule, failure.message);
      if (!failure.help.empty()) text += " (" + failure.help + ")";
    }
    return text;
  }

 private:
  DocumentPtr document_;
  SchemaSet schemas_;
};

std::string check(Dialect dialect, const std::string& text, const ValidateOptions& options = {}) {
  return Described(dialect, text).check(options);
}

TEST(SchemaSet, NullIsAllowedInTheWordsOfEachFormat) {
  const std::string null = "value: null\n";
  EXPECT_EQ(check(Dialect::kOpenApi30, null + "schema: {type: string, nullable: true}\n"), "");
  EXPECT_EQ(check(Dialect::kSwagger20, null + "schema: {type: string, x-nullable: true}\n"), "");
  EXPECT_EQ(check(Dialect::kOpenApi31, null + "schema: {type: [string, 'null']}\n"), "");
  EXPECT_EQ(check(Dialect::kOpenApi30, null + "schema: {type: string}\n"),
            "wrong-type: `value` must be a string, not null "
            "(to allow null, add `nullable: true` beside `type`)");
  EXPECT_EQ(check(Dialect::kOpenApi31, null + "schema: {type: string, nullable: true}\n"),
            "wrong-type: `value` must be a string, not null (to allow null, add `'null'` to "
            "`type`)");
  EXPECT_EQ(check(Dialect::kOpenApi30, null + "schema: {type: string, nullable: true, enum: [a]}"),
            "wrong-value: `value` must be `a`, not `null`");
}

TEST(SchemaSet, LimitsAreExclusiveInTheWayOfTheDialect) {
  const std::string text = "value: 5\nschema: {minimum: 5, exclusiveMinimum: true}\n";
  EXPECT_EQ(check(Dialect::kSwagger20, text), "out-of-range: `value` must be more than 5, not `5`");
  EXPECT_EQ(check(Dialect::kOpenApi30, text), "out-of-range: `value` must be more than 5, not `5`");
  EXPECT_EQ(check(Dialect::kAsyncApi, "value: 5\nschema: {exclusiveMinimum: 5}\n"),
            "out-of-range: `value` must be more than 5, not `5`");
}

TEST(SchemaSet, TheDiscriminatorSaysWhichBranchIsMeant) {
  const std::string schema = R"(
schema:
  oneOf: [{$ref: '#/Pizza'}, {$ref: '#/Drink'}]
  discriminator: {propertyName: kind, mapping: {cola: '#/Drink'}}
Pizza: {required: [kind, size], properties: {size: {type: integer}}}
Drink: {required: [kind, litres], properties: {litres: {type: number}}}
)";
  EXPECT_EQ(check(Dialect::kOpenApi30, "value: {kind: cola, size: big}\n" + schema),
            "missing-field: `value` has no field `litres`");
  EXPECT_EQ(check(Dialect::kOpenApi30, "value: {kind: Pizza, size: big}\n" + schema),
            "wrong-type: `size` must be an integer, not the string `big`");
  EXPECT_EQ(check(Dialect::kOpenApi30, "value: {kind: Pasta}\n" + schema),
            "wrong-value: `kind` must be `Pizza` or `cola`, not `Pasta`");
}

TEST(SchemaSet, TheDirectionRelaxesWhatIsRequired) {
  const std::string text = R"(
value: {}
schema:
  allOf: [{$ref: '#/Base'}, {required: [id]}]
  required: [secret]
  properties: {secret: {writeOnly: true}}
Base: {properties: {id: {readOnly: true}}}
)";
  EXPECT_EQ(check(Dialect::kOpenApi30, text, {.direction = Direction::kRequest}),
            "missing-field: `value` has no field `secret`");
  EXPECT_EQ(check(Dialect::kOpenApi30, text, {.direction = Direction::kResponse}),
            "missing-field: `value` has no field `id`");
}

TEST(SchemaSet, WhatCannotBeUsedSaysNothing) {
  const std::string value = "value: {a: 1, b: x}\n";
  EXPECT_EQ(check(Dialect::kOpenApi30, value + "schema: {$ref: '#/nowhere'}\n"), "");
  EXPECT_EQ(check(Dialect::kSwagger20, value + "schema: {type: file}\n"), "");
  EXPECT_EQ(check(Dialect::kOpenApi30,
                  value + "schema: {properties: {a: {type: string}, b: {pattern: '('}}}\n"),
            "");
  // A part that this value does not reach is no obstacle.
  EXPECT_EQ(check(Dialect::kOpenApi30,
                  value + "schema: {properties: {a: {type: string}, c: {pattern: '('}}}\n"),
            "wrong-type: `a` must be a string, not the integer `1` (write `\"1\"`)");
}

TEST(SchemaSet, NamesOfSchemasAreFoundOnceTheyAreIndexed) {
  Described described(Dialect::kOpenApi31, R"(
value: [1, [2, [x]]]
schema: {$id: 'https://tizza.com/tree', $dynamicAnchor: node, type: array, items: {anyOf: [{type: integer}, {$dynamicRef: '#node'}]}}
)");
  described.schemas().index(described.at("/schema"));
  EXPECT_EQ(described.check(),
            "wrong-type: item 1 of item 2 of item 2 of `value` must be a list, not the string `x` "
            "(write `[x]`)");
}

TEST(SchemaSet, EndlessAndExplodingSchemasEnd) {
  EXPECT_EQ(check(Dialect::kOpenApi30,
                  "value: 1\nschema: {allOf: [{$ref: '#/schema'}, {$ref: '#/schema'}]}\n"),
            "schema-limit: the schema of `value` refers to itself without an end");
  std::string text = "value: 1\nschema: {$ref: '#/s0'}\n";
  for (int i = 0; i < 60; ++i) {
    text +=
        fmt::format("s{}: {{allOf: [{{$ref: '#/s{}'}}, {{$ref: '#/s{}'}}]}}\n", i, i + 1, i + 1);
  }
  text += "s60: {type: integer}\n";
  uint64_t steps = 100'000;
  EXPECT_EQ(check(Dialect::kOpenApi30, text, {.steps = &steps}),
            "schema-limit: `value` takes too long to be checked against its schema");
  EXPECT_EQ(steps, 0u);
}

}  // namespace
}  // namespace tizza::schema
