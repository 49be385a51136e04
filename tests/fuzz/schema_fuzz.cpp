// A schema and an instance from any bytes, in every dialect: nothing crashes, both ways to ask
// agree and twice is the same, whatever it says.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "schema/schema.hpp"
#include "schema/schema_set.hpp"
#include "text/reader.hpp"

namespace {

using namespace tizza;
using namespace tizza::schema;

constexpr uint64_t kSteps = 20'000;
constexpr Dialect kDialects[] = {Dialect::kDraft4,      Dialect::kSwagger20, Dialect::kOpenApi30,
                                 Dialect::kDraft7,      Dialect::kAsyncApi,  Dialect::kDraft201909,
                                 Dialect::kDraft202012, Dialect::kOpenApi31};

void expect(bool holds) {
  if (!holds) std::abort();
}

std::string reasons(const Schema& schema, Node instance) {
  uint64_t steps = kSteps;
  Findings findings;
  const bool holds = schema.validate(instance, findings, {.most_failures = 50, .steps = &steps});
  expect(holds == findings.empty());
  std::string text;
  for (const Diagnostic& finding : findings.list()) {
    text += finding.rule + finding.pointer + finding.message + finding.help + "\n";
  }
  return text;
}

/// A schema on its own: all of it is compiled first.
void check_alone(const DocumentPtr& document, Node instance, Dialect dialect) {
  const auto schema =
      Schema::compile(document, document->root()["schema"],
                      {.dialect = dialect, .base_uri = "a.yaml", .assert_formats = true});
  if (!schema.ok()) return;
  const std::string first = reasons(*schema, instance);
  expect(first == reasons(*schema, instance));
  if (first.find("schema-limit") != std::string::npos) return;
  uint64_t steps = 10 * kSteps;
  expect(schema->accepts(instance, {.steps = &steps}) == first.empty() || steps == 0);
}

/// The same schema in a set, where parts that cannot be used say nothing.
void check_in_set(const DocumentPtr& document, Node instance, Dialect dialect) {
  SchemaSet schemas({.dialect = dialect, .assert_formats = true}, [&](Node holder) {
    const std::string_view reference = holder["$ref"].text();
    return reference.starts_with('#') ? document->resolve(reference.substr(1)) : Node();
  });
  const Node schema = document->root()["schema"];
  schemas.index(schema);
  for (const Direction direction : {Direction::kNone, Direction::kRequest}) {
    uint64_t steps = kSteps;
    schemas.check(schema, instance, {.direction = direction, .most_failures = 50, .steps = &steps});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const Dialect dialect = kDialects[data[0] % std::size(kDialects)];
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto document = read_yaml(std::make_shared<Source>("a.yaml", text));
  if (!document.ok()) return 0;
  const Node instance = (*document)->root()["value"];
  if (!instance || !(*document)->root()["schema"]) return 0;
  check_alone(*document, instance, dialect);
  check_in_set(*document, instance, dialect);
  return 0;
}
