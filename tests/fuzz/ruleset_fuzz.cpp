// Any bytes as a ruleset, as a JSONPath in one, and as the condition of a filter: read them, and
// run what can be read on a description whose references go round.
#include <cstddef>
#include <cstdint>
#include <string>

#include "spec/rulesets/loaded_ruleset.hpp"
#include "spec/validate.hpp"
#include "support/fake_file_system.hpp"
#include "text/writer.hpp"

namespace {

constexpr const char* kDescription =
    "swagger: '2.0'\n"
    "info: {title: Pizza, version: 1.0.0, x-list: [1, 2, [a, b]]}\n"
    "paths:\n"
    "  /pizza/{id}:\n"
    "    get:\n"
    "      operationId: getPizza\n"
    "      parameters: [{$ref: '#/parameters/id'}]\n"
    "      responses: {200: {description: ok, schema: {$ref: '#/definitions/Pizza'}}}\n"
    "parameters: {id: {name: id, in: path, required: true, type: string}}\n"
    "definitions:\n"
    "  Pizza: {type: object, properties: {half: {$ref: '#/definitions/Pizza'}, a: {$ref: "
    "'#/definitions'}}}\n";

/// A ruleset with one rule that looks at `given`.
std::string with_path(const std::string& given) {
  using tizza::Value;
  Value then;
  then.set("function", "truthy");
  Value rule;
  rule.set("given", given);
  rule.set("then", std::move(then));
  Value rules;
  rules.set("one", std::move(rule));
  Value ruleset;
  ruleset.set("rules", std::move(rules));
  return tizza::write_json(ruleset);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tizza;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  testing::FakeFileSystem files;
  files.add("swagger.yaml", kDescription);
  files.add("whole.yaml", bytes);
  files.add("path.json", with_path("$" + bytes));
  files.add("filter.json", with_path("$..[?(" + bytes + ")]"));
  for (const char* path : {"whole.yaml", "path.json", "filter.json"}) {
    Findings problems;
    const auto ruleset = spec::rulesets::LoadedRuleset::load(files, path, "/work", problems);
    if (!ruleset) continue;
    spec::validate(spec::find_inputs(files, {"swagger.yaml"}), std::nullopt, files,
                   ruleset->for_file("swagger.yaml"), {.most_findings = 50, .threads = 1});
  }
  return 0;
}
