// Swagger 2.0, https://swagger.io/specification/v2/ with the closed objects of its JSON Schema.
#include "spec/grammars/common.hpp"
#include "spec/grammars/tables.hpp"

namespace tizza::spec {
namespace {

extern const Object kSchemaObject;
extern const Object kItemsObject;

constexpr Type kSchema = object_or_reference(kSchemaObject);
constexpr Type kSchemaList = list_of(kSchema, 1);
constexpr Type kSchemaMap = map_of(kSchema);
constexpr const Type* kSchemaOrListChoices[] = {&kSchemaList, &kSchema};
constexpr Type kSchemaOrList = either(kSchemaOrListChoices);
constexpr const Type* kSchemaOrBooleanChoices[] = {&kBoolean, &kSchema};
constexpr Type kSchemaOrBoolean = either(kSchemaOrBooleanChoices);
constexpr Type kRequiredNames = set_of(kString, 1);

constexpr std::string_view kSchemeNames[] = {"http", "https", "ws", "wss"};
constexpr Type kScheme = one_of(kSchemeNames);
constexpr Type kSchemes = set_of(kScheme);
constexpr Type kMediaTypes = set_of(kString);

constexpr Field kInfoFields[] = {
    {"title", kString, kRequired}, {"version", kString, kRequired}, {"description", kString},
    {"termsOfService", kString},   {"contact", kContact},           {"license", kLicense},
};
constexpr Object kInfoObject = object(NodeType::kInfo, "an info object", kInfoFields);
constexpr Type kInfo = object_type(kInfoObject);

constexpr Field kXmlFields[] = {
    {"name", kString},       {"namespace", kString}, {"prefix", kString},
    {"attribute", kBoolean}, {"wrapped", kBoolean},
};
constexpr Object kXmlObject = object(NodeType::kXml, "an XML object", kXmlFields);
constexpr Type kXml = object_type(kXmlObject);

constexpr Field kSchemaFields[] = {
    {"type", kJsonType},
    {"properties", kSchemaMap},
    {"required", kRequiredNames},
    {"items", kSchemaOrList},
    {"allOf", kSchemaList},
    {"additionalProperties", kSchemaOrBoolean},
    {"title", kString},
    {"description", kString},
    {"format", kString},
    {"default", kAny},
    {"enum", kEnumValues},
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
    {"discriminator", kString},
    {"readOnly", kBoolean},
    {"xml", kXml},
    {"externalDocs", kExternalDocs},
};
constexpr Object kSchemaObject = object(NodeType::kSchema, "a schema", kSchemaFields);

// A response body that is a file: `type: file` and what goes with it.
constexpr std::string_view kFileNames[] = {"file"};
constexpr Type kFileName = one_of(kFileNames);
constexpr Field kFileSchemaFields[] = {
    {"type", kFileName, kRequired},
    {"title", kString},
    {"description", kString},
    {"format", kString},
    {"default", kAny},
    {"required", kRequiredNames},
    {"readOnly", kBoolean},
    {"example", kAny},
    {"externalDocs", kExternalDocs},
};
constexpr Object kFileSchemaObject = object(NodeType::kSchema, "a file schema", kFileSchemaFields);
constexpr Type kFileSchema = object_type(kFileSchemaObject);
constexpr Type kPlainSchema = object_type(kSchemaObject);
constexpr Case kResponseSchemaCases[] = {{"file", kFileSchema}};
constexpr Variant kResponseSchemaVariant = {.type = NodeType::kSchema,
                                            .name = "a schema",
                                            .field = "type",
                                            .cases = kResponseSchemaCases,
                                            .fallback = &kPlainSchema};
constexpr Type kResponseSchema = variant_or_reference(kResponseSchemaVariant);

// Parameters, headers and items describe values without a schema, by the same fields.
constexpr std::string_view kPrimitiveNames[] = {"string", "number", "integer", "boolean", "array"};
constexpr Type kPrimitive = one_of(kPrimitiveNames);
constexpr std::string_view kFormPrimitiveNames[] = {"string",  "number", "integer",
                                                    "boolean", "array",  "file"};
constexpr Type kFormPrimitive = one_of(kFormPrimitiveNames);
constexpr std::string_view kCollectionNames[] = {"csv", "ssv", "tsv", "pipes"};
constexpr Type kCollection = one_of(kCollectionNames);
constexpr std::string_view kMultiCollectionNames[] = {"csv", "ssv", "tsv", "pipes", "multi"};
constexpr Type kMultiCollection = one_of(kMultiCollectionNames);
constexpr Type kItems = object_type(kItemsObject);

constexpr Field kValueFields[] = {
    {"format", kString},
    {"items", kItems},
    {"default", kAny},
    {"enum", kEnumValues},
    {"pattern", kRegex},
    {"maximum", kNumber},
    {"exclusiveMaximum", kBoolean},
    {"minimum", kNumber},
    {"exclusiveMinimum", kBoolean},
    {"multipleOf", kPositiveNumber},
    {"maxLength", kCount},
    {"minLength", kCount},
    {"maxItems", kCount},
    {"minItems", kCount},
    {"uniqueItems", kBoolean},
};
constexpr Constraint kArrayHasItems[] = {
    {Constraint::Kind::kNeeds, "type", "array", "items"},
};
constexpr Object value_object(NodeType type, std::string_view name, std::span<const Field> fields) {
  Object made = object(type, name, fields);
  made.constraints = kArrayHasItems;
  return made;
}

constexpr Field kOwnItemsFields[] = {
    {"type", kPrimitive, kRequired},
    {"collectionFormat", kCollection},
};
constexpr auto kItemsFields = joined(kOwnItemsFields, kValueFields);
constexpr Object kItemsObject = value_object(NodeType::kItems, "an items object", kItemsFields);

constexpr Field kOwnHeaderFields[] = {
    {"type", kPrimitive, kRequired},
    {"description", kString},
    {"collectionFormat", kCollection},
};
constexpr auto kHeaderFields = joined(kOwnHeaderFields, kValueFields);
constexpr Object kHeaderObject = value_object(NodeType::kHeader, "a header", kHeaderFields);
constexpr Type kHeader = object_type(kHeaderObject);
constexpr Type kHeaders = map_of(kHeader);

constexpr Field kBodyParameterFields[] = {
    {"in", kString, kRequired}, {"name", kString, kRequired}, {"schema", kSchema, kRequired},
    {"description", kString},   {"required", kBoolean},
};
constexpr Object kBodyParameterObject =
    object(NodeType::kParameter, "a body parameter", kBodyParameterFields);
constexpr Type kBodyParameter = object_type(kBodyParameterObject);

constexpr Field kOwnHeaderParameterFields[] = {
    {"in", kString, kRequired}, {"name", kString, kRequired}, {"type", kPrimitive, kRequired},
    {"description", kString},   {"required", kBoolean},       {"collectionFormat", kCollection},
};
constexpr auto kHeaderParameterFields = joined(kOwnHeaderParameterFields, kValueFields);
constexpr Object kHeaderParameterObject =
    value_object(NodeType::kParameter, "a header parameter", kHeaderParameterFields);
constexpr Type kHeaderParameter = object_type(kHeaderParameterObject);

constexpr Field kOwnQueryParameterFields[] = {
    {"in", kString, kRequired},
    {"name", kString, kRequired},
    {"type", kPrimitive, kRequired},
    {"description", kString},
    {"required", kBoolean},
    {"allowEmptyValue", kBoolean},
    {"collectionFormat", kMultiCollection},
};
constexpr auto kQueryParameterFields = joined(kOwnQueryParameterFields, kValueFields);
constexpr Object kQueryParameterObject =
    value_object(NodeType::kParameter, "a query parameter", kQueryParameterFields);
constexpr Type kQueryParameter = object_type(kQueryParameterObject);

constexpr Field kOwnFormParameterFields[] = {
    {"in", kString, kRequired},
    {"name", kString, kRequired},
    {"type", kFormPrimitive, kRequired},
    {"description", kString},
    {"required", kBoolean},
    {"allowEmptyValue", kBoolean},
    {"collectionFormat", kMultiCollection},
};
constexpr auto kFormParameterFields = joined(kOwnFormParameterFields, kValueFields);
constexpr Object kFormParameterObject =
    value_object(NodeType::kParameter, "a form parameter", kFormParameterFields);
constexpr Type kFormParameter = object_type(kFormParameterObject);

constexpr Field kOwnPathParameterFields[] = {
    {"in", kString, kRequired}, {"name", kString, kRequired}, {"type", kPrimitive, kRequired},
    {"required", kBoolean},     {"description", kString},     {"collectionFormat", kCollection},
};
constexpr auto kPathParameterFields = joined(kOwnPathParameterFields, kValueFields);
constexpr Object kPathParameterObject =
    value_object(NodeType::kParameter, "a path parameter", kPathParameterFields);
constexpr Type kPathParameter = object_type(kPathParameterObject);

constexpr Case kParameterCases[] = {
    {"query", kQueryParameter},   {"path", kPathParameter},     {"body", kBodyParameter},
    {"header", kHeaderParameter}, {"formData", kFormParameter},
};
constexpr Variant kParameterVariant = {
    .type = NodeType::kParameter, .name = "a parameter", .field = "in", .cases = kParameterCases};
constexpr Type kParameter = variant_type(kParameterVariant);
constexpr Type kParameterOrReference = variant_or_reference(kParameterVariant);
constexpr Type kParameterList = list_of(kParameterOrReference);
constexpr Type kParameterMap = map_of(kParameter);

constexpr Type kExampleMap = map_of(kAny);
constexpr Field kResponseFields[] = {
    {"description", kString, kRequired},
    {"schema", kResponseSchema},
    {"headers", kHeaders},
    {"examples", kExampleMap},
};
constexpr Object kResponseObject = object(NodeType::kResponse, "a response", kResponseFields);
constexpr Type kResponse = object_type(kResponseObject);
constexpr Type kResponseOrReference = object_or_reference(kResponseObject);
constexpr Type kResponseMap = map_of(kResponse);

constexpr Object kResponsesObject = [] {
  Object made = object(NodeType::kResponses, "a mapping of status codes to responses", {});
  made.rest = &kResponseOrReference;
  made.rest_keys = KeyRule::kResponseCode;
  made.least = 1;
  return made;
}();
constexpr Type kResponses = object_type(kResponsesObject);

constexpr Field kOperationFields[] = {
    {"responses", kResponses, kRequired},
    {"operationId", kString},
    {"summary", kString},
    {"description", kString},
    {"tags", kStringSet},
    {"parameters", kParameterList},
    {"consumes", kMediaTypes},
    {"produces", kMediaTypes},
    {"schemes", kSchemes},
    {"deprecated", kBoolean},
    {"security", kUniqueSecurityRequirements},
    {"externalDocs", kExternalDocs},
};
constexpr Object kOperationObject = object(NodeType::kOperation, "an operation", kOperationFields);
constexpr Type kOperation = object_type(kOperationObject);

constexpr Field kPathItemFields[] = {
    {"$ref", kString},    {"get", kOperation},    {"put", kOperation},
    {"post", kOperation}, {"delete", kOperation}, {"options", kOperation},
    {"head", kOperation}, {"patch", kOperation},  {"parameters", kParameterList},
};
constexpr Object kPathItemObject = object(NodeType::kPathItem, "a path item", kPathItemFields);
constexpr Type kPathItem = object_or_reference(kPathItemObject);

constexpr Object kPathsObject = [] {
  Object made = object(NodeType::kPaths, "a mapping of paths to path items", {});
  made.rest = &kPathItem;
  made.rest_keys = KeyRule::kPath;
  return made;
}();
constexpr Type kPaths = object_type(kPathsObject);

constexpr Field kBasicSchemeFields[] = {
    {"type", kString, kRequired},
    {"description", kString},
};
constexpr Object kBasicSchemeObject =
    object(NodeType::kSecurityScheme, "a `basic` security scheme", kBasicSchemeFields);
constexpr Type kBasicScheme = object_type(kBasicSchemeObject);

constexpr std::string_view kApiKeyPlaceNames[] = {"header", "query"};
constexpr Type kApiKeyPlace = one_of(kApiKeyPlaceNames);
constexpr Field kApiKeySchemeFields[] = {
    {"type", kString, kRequired},
    {"name", kString, kRequired},
    {"in", kApiKeyPlace, kRequired},
    {"description", kString},
};
constexpr Object kApiKeySchemeObject =
    object(NodeType::kSecurityScheme, "an `apiKey` security scheme", kApiKeySchemeFields);
constexpr Type kApiKeyScheme = object_type(kApiKeySchemeObject);

constexpr Field kImplicitFlowFields[] = {
    {"type", kString, kRequired},
    {"flow", kString, kRequired},
    {"authorizationUrl", kUri, kRequired},
    {"scopes", kScopes},
    {"description", kString},
};
constexpr Object kImplicitFlowObject =
    object(NodeType::kSecurityScheme, "an `implicit` flow", kImplicitFlowFields);
constexpr Type kImplicitFlow = object_type(kImplicitFlowObject);

constexpr Field kTokenFlowFields[] = {
    {"type", kString, kRequired}, {"flow", kString, kRequired}, {"tokenUrl", kUri, kRequired},
    {"scopes", kScopes},          {"description", kString},
};
constexpr Object kTokenFlowObject =
    object(NodeType::kSecurityScheme, "a `password` or `application` flow", kTokenFlowFields);
constexpr Type kTokenFlow = object_type(kTokenFlowObject);

constexpr Field kAccessCodeFlowFields[] = {
    {"type", kString, kRequired},
    {"flow", kString, kRequired},
    {"authorizationUrl", kUri, kRequired},
    {"tokenUrl", kUri, kRequired},
    {"scopes", kScopes},
    {"description", kString},
};
constexpr Object kAccessCodeFlowObject =
    object(NodeType::kSecurityScheme, "an `accessCode` flow", kAccessCodeFlowFields);
constexpr Type kAccessCodeFlow = object_type(kAccessCodeFlowObject);

constexpr Case kFlowCases[] = {
    {"implicit", kImplicitFlow},
    {"password", kTokenFlow},
    {"application", kTokenFlow},
    {"accessCode", kAccessCodeFlow},
};
constexpr Variant kFlowVariant = {.type = NodeType::kSecurityScheme,
                                  .name = "an `oauth2` security scheme",
                                  .field = "flow",
                                  .cases = kFlowCases};
constexpr Type kOAuth2Scheme = variant_type(kFlowVariant);

constexpr Case kSchemeCases[] = {
    {"basic", kBasicScheme},
    {"apiKey", kApiKeyScheme},
    {"oauth2", kOAuth2Scheme},
};
constexpr Variant kSchemeVariant = {.type = NodeType::kSecurityScheme,
                                    .name = "a security scheme",
                                    .field = "type",
                                    .cases = kSchemeCases};
constexpr Type kSecurityScheme = variant_type(kSchemeVariant);
constexpr Type kSecurityDefinitions = map_of(kSecurityScheme);

constexpr Type kHost{.shape = Shape::kString, .format = ValueFormat::kHost};
constexpr Type kBasePath{.shape = Shape::kString, .format = ValueFormat::kBasePath};
constexpr std::string_view kVersionNames[] = {"2.0"};
constexpr Type kVersion = one_of(kVersionNames);

constexpr Field kRootFields[] = {
    {"swagger", kVersion, kRequired},
    {"info", kInfo, kRequired},
    {"paths", kPaths, kRequired},
    {"host", kHost},
    {"basePath", kBasePath},
    {"schemes", kSchemes},
    {"consumes", kMediaTypes},
    {"produces", kMediaTypes},
    {"definitions", kSchemaMap},
    {"parameters", kParameterMap},
    {"responses", kResponseMap},
    {"securityDefinitions", kSecurityDefinitions},
    {"security", kUniqueSecurityRequirements},
    {"tags", kTags},
    {"externalDocs", kExternalDocs},
};
constexpr Object kRootObject = object(NodeType::kRoot, "a Swagger 2.0 description", kRootFields);

}  // namespace

const Grammar& swagger2_grammar() {
  static constexpr Grammar kGrammar = {.rule = "oas2-schema", .root = &kRootObject};
  return kGrammar;
}

}  // namespace tizza::spec
