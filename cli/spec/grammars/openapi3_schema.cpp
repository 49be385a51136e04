#include "spec/grammars/openapi3_schema.hpp"

namespace tizza::spec::openapi {
namespace {

// Discriminator Object: open in 3.0 by its schema, extensible since 3.1.

constexpr Type schema_name(const Type& schema) {
  return {.shape = Shape::kString, .leads_to = &schema, .names = "/components/schemas"};
}
constexpr Type kSchema30Name = schema_name(kSchema30);
constexpr Type kSchema31Name = schema_name(kSchema31);
constexpr Type kMapping30 = map_of(kSchema30Name);
constexpr Type kMapping31 = map_of(kSchema31Name);

constexpr Field kDiscriminatorFields[] = {
    {"propertyName", kString, kRequired},
    {"mapping", kMapping31},
    {"defaultMapping", kSchema31Name, kIn32},
};
constexpr Object kDiscriminatorObject =
    object(NodeType::kDiscriminator, "a discriminator", kDiscriminatorFields);
constexpr Field kOpenDiscriminatorFields[] = {
    {"propertyName", kString, kRequired},
    {"mapping", kMapping30},
};
constexpr Object kOpenDiscriminatorObject = [] {
  Object made = object(NodeType::kDiscriminator, "a discriminator", kOpenDiscriminatorFields);
  made.open = true;
  return made;
}();
constexpr Type kDiscriminator = object_type(kDiscriminatorObject);
constexpr Type kOpenDiscriminator = object_type(kOpenDiscriminatorObject);

constexpr std::string_view kXmlNodeNames[] = {"attribute", "cdata", "element", "none", "text"};
constexpr Type kXmlNode = one_of(kXmlNodeNames);
constexpr Field kXmlFields[] = {
    {"name", kString},       {"namespace", kUri},   {"prefix", kString},
    {"attribute", kBoolean}, {"wrapped", kBoolean}, {"nodeType", kXmlNode, kIn32},
};
constexpr Constraint kXmlConstraints[] = {
    {Constraint::Kind::kNotTogether, "nodeType", {}, "attribute", kIn32},
    {Constraint::Kind::kNotTogether, "nodeType", {}, "wrapped", kIn32},
};
constexpr Object kXmlObject = [] {
  Object made = object(NodeType::kXml, "an XML object", kXmlFields);
  made.constraints = kXmlConstraints;
  return made;
}();
constexpr Type kXml = object_type(kXmlObject);

// OpenAPI 3.0.4, 4.7.24: a closed subset of JSON Schema draft 5.

constexpr Type kSchema30List = list_of(kSchema30);
constexpr Type kSchema30Map = map_of(kSchema30);
constexpr const Type* kSchema30OrBooleanChoices[] = {&kBoolean, &kSchema30};
constexpr Type kSchema30OrBoolean = either(kSchema30OrBooleanChoices);
constexpr Type kSomeNames = set_of(kString, 1);
constexpr std::string_view kTypeNames[] = {"array",  "boolean", "integer",
                                           "number", "object",  "string"};
constexpr Type kType30 = one_of(kTypeNames);

constexpr Field kSchema30Fields[] = {
    {"type", kType30},
    {"properties", kSchema30Map},
    {"required", kSomeNames},
    {"items", kSchema30},
    {"allOf", kSchema30List},
    {"oneOf", kSchema30List},
    {"anyOf", kSchema30List},
    {"not", kSchema30},
    {"additionalProperties", kSchema30OrBoolean},
    {"title", kString},
    {"description", kString},
    {"format", kString},
    {"default", kAny},
    {"enum", kEnumValues},
    {"nullable", kBoolean},
    {"example", kAny},
    {"multipleOf", kPositiveNumber},
    {"maximum", kNumber},
    {"exclusiveMaximum", kBoolean},
    {"minimum", kNumber},
    {"exclusiveMinimum", kBoolean},
    {"maxLength", kCount},
    {"minLength", kCount},
    {"pattern", kRegex},
    {"maxItems", kCount},
    {"minItems", kCount},
    {"uniqueItems", kBoolean},
    {"maxProperties", kCount},
    {"minProperties", kCount},
    {"discriminator", kOpenDiscriminator},
    {"readOnly", kBoolean},
    {"writeOnly", kBoolean},
    {"deprecated", kBoolean},
    {"xml", kXml},
    {"externalDocs", kExternalDocs},
};

// JSON Schema 2020-12: core chapters 8 to 11, validation chapters 6 to 9; then OpenAPI's own.

constexpr Type kSchemaList = list_of(kSchema31, 1);
constexpr Type kSchemaMap = map_of(kSchema31);
constexpr Type kPatternMap = map_of(kSchema31, KeyRule::kRegex);
constexpr const Type* kDependencyChoices[] = {&kStringSet, &kSchema31};
constexpr Type kDependency = either(kDependencyChoices);
constexpr Type kDependencies = map_of(kDependency);
constexpr Type kDependentNames = map_of(kStringSet);
constexpr Type kList = list_of(kAny);
constexpr Type kVocabularies = map_of(kBoolean);
constexpr Type kIdentifier{.shape = Shape::kString, .format = ValueFormat::kSchemaId};
constexpr Type kAnchor{.shape = Shape::kString, .format = ValueFormat::kAnchor};

constexpr Type kDynamicReference{
    .shape = Shape::kString, .format = ValueFormat::kUriReference, .leads_to = &kSchema31};

constexpr Field kSchema31Fields[] = {
    {"type", kJsonType},
    {"properties", kSchemaMap},
    {"required", kStringSet},
    {"items", kSchema31},
    {"allOf", kSchemaList},
    {"anyOf", kSchemaList},
    {"oneOf", kSchemaList},
    {"not", kSchema31},
    {"additionalProperties", kSchema31},
    {"title", kString},
    {"description", kString},
    {"format", kString},
    {"default", kAny},
    {"enum", kList},
    {"const", kAny},
    {"examples", kList},
    {"$ref", kUriReference},
    {"patternProperties", kPatternMap},
    {"propertyNames", kSchema31},
    {"prefixItems", kSchemaList},
    {"contains", kSchema31},
    {"if", kSchema31},
    {"then", kSchema31},
    {"else", kSchema31},
    {"dependentSchemas", kSchemaMap},
    {"dependentRequired", kDependentNames},
    {"unevaluatedItems", kSchema31},
    {"unevaluatedProperties", kSchema31},
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
    {"maxContains", kCount},
    {"minContains", kCount},
    {"maxProperties", kCount},
    {"minProperties", kCount},
    {"deprecated", kBoolean},
    {"readOnly", kBoolean},
    {"writeOnly", kBoolean},
    {"contentMediaType", kString},
    {"contentEncoding", kString},
    {"contentSchema", kSchema31},
    {"$defs", kSchemaMap},
    {"$id", kIdentifier},
    {"$schema", kUri},
    {"$anchor", kAnchor},
    {"$dynamicAnchor", kAnchor},
    {"$dynamicRef", kDynamicReference},
    {"$vocabulary", kVocabularies},
    {"$comment", kString},
    {"definitions", kSchemaMap},
    {"dependencies", kDependencies},
    {"discriminator", kDiscriminator},
    {"xml", kXml},
    {"externalDocs", kExternalDocs},
    {"example", kAny},
};

// Unknown keywords are annotations in JSON Schema.
constexpr Object kSchema31Object = [] {
  Object made = object(NodeType::kSchema, "a schema", kSchema31Fields);
  made.open = true;
  return made;
}();
constexpr Type kSchema31Plain = object_type(kSchema31Object);

// A schema in a dialect of its own: only what it refers to by `$ref` is known to be the same.
constexpr Field kForeignSchemaFields[] = {
    {"$schema", kUri, kRequired},
    {"$ref", kUriReference},
    {"$id", kString},
};
constexpr Object kForeignSchemaObject = [] {
  Object made = object(NodeType::kSchema, "a schema of another dialect", kForeignSchemaFields);
  made.open = true;
  return made;
}();
constexpr Type kForeignSchema = object_type(kForeignSchemaObject);

constexpr Case kDialectCases[] = {
    {"https://json-schema.org/draft/2020-12/*", kSchema31Plain},
    {"https://spec.openapis.org/oas/*", kSchema31Plain},
    {"*", kForeignSchema},
};

}  // namespace

constexpr Object kSchema30Object = object(NodeType::kSchema, "a schema", kSchema30Fields);
constexpr Variant kSchema31Variant = {.type = NodeType::kSchema,
                                      .name = "a schema",
                                      .field = "$schema",
                                      .cases = kDialectCases,
                                      .fallback = &kSchema31Plain};

}  // namespace tizza::spec::openapi
