// Validates many instances in one process: a JSON object a line on standard input
// {"dialect", "schema", "instance"}, and one a line on standard output, with "valid", or "error"
// where the schema cannot be used.
#include <iostream>
#include <string>

#include "schema/schema.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

Value validate_case(const std::string& line) {
  const auto document = read_json(std::make_shared<const Source>("case", line));
  if (!document) return Value::Mapping{{"error", document.error().diagnostic.message}};
  const Node given = (*document)->root();
  const auto text = std::make_shared<const Source>("schema", std::string(given["schema"].raw()));
  const auto schema_document = read_json(text);
  if (!schema_document) return Value::Mapping{{"error", "the schema is no JSON"}};
  const auto dialect = schema::dialect_of(given["dialect"].text());
  if (!dialect) return Value::Mapping{{"error", "unknown dialect"}};
  const auto schema =
      schema::Schema::compile(*schema_document, {.dialect = *dialect, .assert_formats = true});
  if (!schema) return Value::Mapping{{"error", schema.error().diagnostic.message}};
  return Value::Mapping{{"valid", schema->accepts(given["instance"])}};
}

}  // namespace
}  // namespace tizza

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << tizza::write_json(tizza::validate_case(line)) << '\n';
  }
}
