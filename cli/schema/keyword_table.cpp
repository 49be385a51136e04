#include "schema/keyword_table.hpp"

#include <array>

#include "base/strings.hpp"
#include "schema/keywords/keywords.hpp"

namespace tizza::schema {
namespace {

constexpr Dialect k4 = Dialect::kDraft4;
constexpr Dialect k6 = Dialect::kDraft6;
constexpr Dialect k7 = Dialect::kDraft7;
constexpr Dialect k2019 = Dialect::kDraft201909;
constexpr Dialect k2020 = Dialect::kDraft202012;
constexpr Dialect kLatest = Dialect::kOpenApi31;

constexpr KeywordSpec assertion(std::string_view name, Dialect since,
                                decltype(KeywordSpec::compile) compile) {
  return {name, since, kLatest, Holds::kNothing, true, false, compile};
}

constexpr KeywordSpec applicator(std::string_view name, Dialect since, Dialect until, Holds holds,
                                 decltype(KeywordSpec::compile) compile) {
  return {name, since, until, holds, false, false, compile};
}

constexpr KeywordSpec last(std::string_view name, decltype(KeywordSpec::compile) compile) {
  return {name, k2019, kLatest, Holds::kSchema, false, true, compile};
}

constexpr KeywordSpec container(std::string_view name, Dialect since, Dialect until, Holds holds) {
  return {name, since, until, holds, false, false, nullptr};
}

// Keywords that another one reads (`then`, `maxContains`) stand here only where they hold schemas.
constexpr std::array kTable = {
    assertion("type", k4, compile_type),
    assertion("enum", k4, compile_enum),
    assertion("const", k6, compile_const),
    assertion("minimum", k4, compile_minimum),
    assertion("maximum", k4, compile_maximum),
    assertion("exclusiveMinimum", k6, compile_exclusive_minimum),
    assertion("exclusiveMaximum", k6, compile_exclusive_maximum),
    assertion("multipleOf", k4, compile_multiple_of),
    assertion("minLength", k4, compile_min_length),
    assertion("maxLength", k4, compile_max_length),
    assertion("pattern", k4, compile_pattern),
    assertion("minItems", k4, compile_min_items),
    assertion("maxItems", k4, compile_max_items),
    assertion("uniqueItems", k4, compile_unique_items),
    assertion("required", k4, compile_required),
    assertion("minProperties", k4, compile_min_properties),
    assertion("maxProperties", k4, compile_max_properties),
    applicator("format", k4, kLatest, Holds::kNothing, compile_format),
    assertion("dependentRequired", k2019, compile_dependent_required),

    applicator("$ref", k4, kLatest, Holds::kNothing, compile_ref),
    applicator("$recursiveRef", k2019, k2019, Holds::kNothing, compile_recursive_ref),
    applicator("$dynamicRef", k2020, kLatest, Holds::kNothing, compile_dynamic_ref),
    applicator("properties", k4, kLatest, Holds::kMapping, compile_properties),
    applicator("patternProperties", k4, kLatest, Holds::kMapping, compile_pattern_properties),
    applicator("additionalProperties", k4, kLatest, Holds::kSchema, compile_additional_properties),
    applicator("propertyNames", k6, kLatest, Holds::kSchema, compile_property_names),
    applicator("dependentSchemas", k2019, kLatest, Holds::kMapping, compile_dependent_schemas),
    // Since 2019-09 there are two keywords for it, but what means it is still understood.
    applicator("dependencies", k4, kLatest, Holds::kMappingOrNames, compile_dependencies),
    applicator("prefixItems", k2020, kLatest, Holds::kList, compile_prefix_items),
    applicator("items", k2020, kLatest, Holds::kSchema, compile_items),
    applicator("items", k4, k2019, Holds::kSchemaOrList, compile_items_or_prefix),
    applicator("additionalItems", k4, k2019, Holds::kSchema, compile_additional_items),
    applicator("contains", k6, kLatest, Holds::kSchema, compile_contains),
    applicator("allOf", k4, kLatest, Holds::kList, compile_all_of),
    applicator("anyOf", k4, kLatest, Holds::kList, compile_any_of),
    applicator("oneOf", k4, kLatest, Holds::kList, compile_one_of),
    applicator("not", k4, kLatest, Holds::kSchema, compile_not),
    applicator("if", k7, kLatest, Holds::kSchema, compile_if),

    last("unevaluatedProperties", compile_unevaluated_properties),
    last("unevaluatedItems", compile_unevaluated_items),

    container("then", k7, kLatest, Holds::kSchema),
    container("else", k7, kLatest, Holds::kSchema),
    container("$defs", k2019, kLatest, Holds::kMapping),
    container("definitions", k4, kLatest, Holds::kMapping),
    container("contentSchema", k2019, kLatest, Holds::kSchema),
};

}  // namespace

std::span<const KeywordSpec> keyword_table() {
  return kTable;
}

const KeywordSpec* find_keyword(std::string_view name, Dialect dialect) {
  static const StringMap<std::vector<const KeywordSpec*>> by_name = [] {
    StringMap<std::vector<const KeywordSpec*>> map;
    for (const KeywordSpec& spec : kTable) map[std::string(spec.name)].push_back(&spec);
    return map;
  }();
  const auto found = by_name.find(name);
  if (found == by_name.end()) return nullptr;
  for (const KeywordSpec* spec : found->second) {
    if (spec->is_in(dialect)) return spec;
  }
  return nullptr;
}

}  // namespace tizza::schema
