#include "spec/schema_checker.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tizza::spec {
namespace {

using schema::Dialect;
using schema::Failure;

// All checks of a description share this: linear in its size, with room for small ones.
constexpr uint64_t kLeastSteps = 10'000'000;
constexpr uint64_t kStepsOfNode = 100;

// Of one value; who repairs these sees the rest.
constexpr size_t kMostFailures = 100;

Dialect dialect_of(const ApiDescription& api) {
  switch (api.version()) {
    case Version::kSwagger20:
      return Dialect::kSwagger20;
    case Version::kOpenApi30:
      return Dialect::kOpenApi30;
    case Version::kOpenApi31:
    case Version::kOpenApi32:
      break;
    default:
      return Dialect::kAsyncApi;
  }
  const auto named = api.root()["jsonSchemaDialect"].as_string();
  return named ? schema::dialect_of(*named).value_or(Dialect::kOpenApi31) : Dialect::kOpenApi31;
}

bool has_identity(Node schema) {
  constexpr std::string_view kKeywords[] = {"$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor",
                                            "$schema"};
  return std::any_of(std::begin(kKeywords), std::end(kKeywords),
                     [&](std::string_view keyword) { return bool(schema[keyword]); });
}

bool is_reference(Node node) {
  return node["$ref"].is_string();
}

/// `application/json`, `application/problem+json; charset=utf-8`, or any of them.
bool is_json(std::string_view media_type) {
  media_type = trim(media_type.substr(0, media_type.find(';')));
  return media_type.ends_with("json") || media_type.ends_with('*');
}

/// Other linters point at the object that holds an unknown member, so the pointer is its. The
/// bytes to look at are those of the member.
Place place_of(const Failure& failure) {
  const Node holder = failure.instance.parent();
  const bool is_of_holder = failure.rule == "unknown-field" && holder;
  return Place(is_of_holder ? holder : failure.instance, failure.at.span);
}

}  // namespace

uint64_t schema_allowance(const Document& document) {
  return std::max(kLeastSteps, kStepsOfNode * document.node_count());
}

SchemaChecker::SchemaChecker(const ApiDescription& api)
    : api_(api),
      schemas_({.dialect = dialect_of(api), .assert_formats = true},
               [&api](Node holder) {
                 const Reference* reference = api.reference_at(holder);
                 return reference == nullptr ? Node() : reference->target;
               }),
      steps_(schema_allowance(api.document())) {
  if (dialect_of(api) < Dialect::kDraft6) return;  // there schemas have no names of their own
  for (const uint32_t index : api.of(NodeType::kSchema)) {
    const Node schema = api.nodes()[index].node;
    if (has_identity(schema)) schemas_.index(schema);
  }
}

std::vector<Failure> SchemaChecker::failures(Node schema, Node value, schema::Direction direction) {
  auto found = schemas_.check(
      schema, value, {.direction = direction, .most_failures = kMostFailures, .steps = &steps_});
  // What a reference in an example stands for is not part of it: nothing can be said there.
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const Failure& failure) { return is_reference(failure.instance); }),
              found.end());
  return found;
}

void SchemaChecker::check(Node schema, Node value, RuleFindings& findings,
                          schema::Direction direction) {
  for (Failure& failure : failures(schema, value, direction)) {
    const bool is_limit = failure.rule == "schema-limit";
    findings
        .report_weaker(is_limit ? Severity::kWarn : Severity::kError, place_of(failure), "{}",
                       failure.message)
        .help(std::move(failure.help))
        .note(failure.keyword, "the schema asks for it here");
  }
}

void SchemaChecker::check_media(std::string_view media_type, Node schema, Node value,
                                RuleFindings& findings, schema::Direction direction) {
  if (value.is_string() && !is_json(media_type)) {
    const Node type = api_.target(schema)["type"];
    if (type.text() != "string") return;
  }
  check(schema, value, findings, direction);
}

}  // namespace tizza::spec
