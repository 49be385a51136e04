#include "spec/grammars/asyncapi_schema.hpp"

#include "spec/grammars/asyncapi_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Type kSchemaList = list_of(kSchema, 1);
constexpr Type kSchemaMap = map_of(kSchema);
constexpr Type kPatternMap = map_of(kSchema, KeyRule::kRegex);
constexpr const Type* kSchemaOrListChoices[] = {&kSchemaList, &kSchema};
constexpr Type kSchemaOrList = either(kSchemaOrListChoices);
constexpr const Type* kDependencyChoices[] = {&kStringSet, &kSchema};
constexpr Type kDependency = either(kDependencyChoices);
constexpr Type kDependencies = map_of(kDependency);
constexpr Type kExamples = list_of(kAny);

// JSON Schema Validation draft 7, chapters 6 to 10, then AsyncAPI's own four.
constexpr Field kSchemaFields[] = {
    {"type", kJsonType},
    {"properties", kSchemaMap},
    {"required", kStringSet},
    {"items", kSchemaOrList},
    {"allOf", kSchemaList},
    {"anyOf", kSchemaList},
    {"oneOf", kSchemaList},
    {"not", kSchema},
    {"additionalProperties", kSchema},
    {"additionalItems", kSchema},
    {"patternProperties", kPatternMap},
    {"propertyNames", kSchema},
    {"contains", kSchema},
    {"if", kSchema},
    {"then", kSchema},
    {"else", kSchema},
    {"definitions", kSchemaMap},
    {"dependencies", kDependencies},
    {"title", kString},
    {"description", kString},
    {"format", kString},
    {"default", kAny},
    {"enum", kEnumValues},
    {"const", kAny},
    {"examples", kExamples},
    {"multipleOf", kPositiveNumber},
    {"maximum", kNumber},
    {"exclusiveMaximum", kNumber},
    {"minimum", kNumber},
    {"exclusiveMinimum", kNumber},
    {"maxLength", kCount},
    {"minLength", kCount},
    {"pattern", kRegex},
    {"maxItems", kCount},
    {"minItems", kCount},
    {"uniqueItems", kBoolean},
    {"maxProperties", kCount},
    {"minProperties", kCount},
    {"readOnly", kBoolean},
    {"writeOnly", kBoolean},
    {"contentMediaType", kString},
    {"contentEncoding", kString},
    {"$id", kUriReference},
    {"$schema", kUri},
    {"$comment", kString},
    {"discriminator", kString},
    {"externalDocs", kExternalDocs, kAllAsyncApi2},
    {"externalDocs", kReferableDocs, kAllAsyncApi3},
    {"deprecated", kBoolean},
};

}  // namespace

// JSON Schema lets unknown keywords be; a schema of nothing else is a mistake all the same.
constexpr Object kSchemaObject = [] {
  Object made = object(NodeType::kSchema, "a schema", kSchemaFields);
  made.open = true;
  made.needs_known_field = true;
  return made;
}();

}  // namespace tizza::spec::asyncapi
