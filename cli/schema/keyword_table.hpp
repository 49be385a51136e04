#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "schema/program.hpp"

namespace tizza::schema {

class Compiler;

/// Where a keyword stands while it is compiled.
struct Place {
  Node schema;  ///< The mapping that holds it.
  Node value;
  const Resource* resource;

  Node sibling(std::string_view name) const { return schema[name]; }
};

/// How subschemas stand in a keyword's value: where `$id` and `$anchor` are looked for.
enum class Holds : uint8_t {
  kNothing,
  kSchema,
  kList,
  kMapping,
  kSchemaOrList,    ///< `items` before 2020-12.
  kMappingOrNames,  ///< `dependencies`: a schema or a list of names each.
};

/// One keyword: the only place that knows its name. A keyword without `compile` holds schemas
/// alone.
struct KeywordSpec {
  std::string_view name;
  Dialect since = Dialect::kDraft4;
  Dialect until = Dialect::kOpenApi31;
  Holds holds = Holds::kNothing;
  bool is_assertion = false;  ///< Of the validation vocabulary.
  bool runs_last = false;     ///< Needs the notes that the others take (`unevaluatedItems`).
  std::unique_ptr<Keyword> (*compile)(Compiler&, const Place&) = nullptr;

  bool is_in(Dialect dialect) const { return since <= dialect && dialect <= until; }
};

/// All keywords of all dialects.
std::span<const KeywordSpec> keyword_table();

/// The record of `name` in a dialect, or nullptr.
const KeywordSpec* find_keyword(std::string_view name, Dialect dialect);

}  // namespace tizza::schema
