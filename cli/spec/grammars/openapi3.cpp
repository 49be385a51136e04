// OpenAPI 3.0, 3.1 and 3.2, https://spec.openapis.org/oas. Fields that came or went are gated by
// version.
#include "spec/grammars/openapi3_parameter.hpp"
#include "spec/grammars/openapi3_security.hpp"
#include "spec/grammars/tables.hpp"

namespace tizza::spec::openapi {
namespace {

using Kind = Constraint::Kind;

extern const Object kPathItemObject;
extern const Object kOperationObject;

constexpr Type kOperation = object_type(kOperationObject);

// Info.

constexpr Field kContactFields[] = {
    {"name", kString},
    {"url", kUriReference},
    {"email", kEmail},
};
constexpr Object kContactObject = object(NodeType::kContact, "a contact", kContactFields);
constexpr Type kContact = object_type(kContactObject);

constexpr Field kLicenseFields[] = {
    {"name", kString, kRequired},
    {"url", kUriReference},
    {"identifier", kString, kSince31},
};
constexpr Constraint kLicenseConstraints[] = {
    {Kind::kNotTogether, "identifier", {}, "url", kSince31},
};
constexpr Object kLicenseObject = [] {
  Object made = object(NodeType::kLicense, "a license", kLicenseFields);
  made.constraints = kLicenseConstraints;
  return made;
}();
constexpr Type kLicense = object_type(kLicenseObject);

constexpr Field kInfoFields[] = {
    {"title", kString, kRequired},
    {"version", kString, kRequired},
    {"summary", kString, kSince31},
    {"description", kString},
    {"termsOfService", kUriReference},
    {"contact", kContact},
    {"license", kLicense},
};
constexpr Object kInfoObject = object(NodeType::kInfo, "an info object", kInfoFields);
constexpr Type kInfo = object_type(kInfoObject);

// Servers.

constexpr Type kStrings = list_of(kString);
constexpr Type kSomeStrings = list_of(kString, 1);
constexpr Field kServerVariableFields[] = {
    {"default", kString, kRequired},
    {"enum", kStrings, kIn30},
    {"enum", kSomeStrings, kSince31},
    {"description", kString},
};
constexpr Object kServerVariableObject =
    object(NodeType::kServerVariable, "a server variable", kServerVariableFields);
constexpr Type kServerVariable = object_type(kServerVariableObject);
constexpr Type kServerVariables = map_of(kServerVariable);

constexpr Field kServerFields[] = {
    {"url", kString, kRequired},
    {"description", kString},
    {"variables", kServerVariables},
    {"name", kString, kIn32},
};
constexpr Object kServerObject = object(NodeType::kServer, "a server", kServerFields);
constexpr Type kServer = object_type(kServerObject);
constexpr Type kServers = list_of(kServer);

// Operations.

constexpr Type kFreeMap = map_of(kAny);
constexpr Type kOperationReference{
    .shape = Shape::kString, .format = ValueFormat::kUriReference, .leads_to = &kOperation};
constexpr Field kLinkFields[] = {
    {"operationRef", kOperationReference},
    {"operationId", kString},
    {"parameters", kFreeMap},
    {"requestBody", kAny},
    {"description", kString},
    {"server", kServer},
};
constexpr Constraint kLinkConstraints[] = {
    {Kind::kNotTogether, "operationRef", {}, "operationId"},
    {Kind::kAnyOf, "operationRef", {}, "operationId", kSince31},
};
constexpr Object kLinkObject = [] {
  Object made = object(NodeType::kLink, "a link", kLinkFields);
  made.constraints = kLinkConstraints;
  return made;
}();
constexpr Type kLink = object_or_reference(kLinkObject);
constexpr Type kLinks = map_of(kLink);

constexpr Field kRequestBodyFields[] = {
    {"content", kContent30, kRequired, kUntil31},
    {"content", kContent32, kRequired, kIn32},
    {"description", kString},
    {"required", kBoolean},
};
constexpr Object kRequestBodyObject =
    object(NodeType::kRequestBody, "a request body", kRequestBodyFields);
constexpr Type kRequestBody = object_or_reference(kRequestBodyObject);

constexpr Field kResponseFields[] = {
    {"description", kString, kRequired, kUntil31},
    {"description", kString, kIn32},
    {"summary", kString, kIn32},
    {"headers", kHeaders, kUntil31},
    {"headers", kTokenHeaders, kIn32},
    {"content", kContent30, kUntil31},
    {"content", kContent32, kIn32},
    {"links", kLinks},
};
constexpr Object kResponseObject = object(NodeType::kResponse, "a response", kResponseFields);
constexpr Type kResponse = object_or_reference(kResponseObject);

constexpr Object kResponsesObject = [] {
  Object made = object(NodeType::kResponses, "a mapping of status codes to responses", {});
  made.rest = &kResponse;
  made.rest_keys = KeyRule::kResponseRange;
  made.least = 1;
  return made;
}();
constexpr Type kResponses = object_type(kResponsesObject);

constexpr Type kPathItem = object_or_reference(kPathItemObject);
constexpr Object kCallbackObject = [] {
  Object made = object(NodeType::kCallback, "a callback", {});
  made.rest = &kPathItem;
  return made;
}();
constexpr Type kCallback = object_or_reference(kCallbackObject);
constexpr Type kCallbacks = map_of(kCallback);

constexpr Type kParameterList = list_of(kParameter);
constexpr Type kParameterSet = set_of(kParameter);
// 3.2.0, 4.12: `querystring` stands once and alone.
constexpr Constraint kQueryStringStandsAlone[] = {
    {Kind::kAlone, "parameters", "querystring", "query", kIn32},
};
constexpr Field kOperationFields[] = {
    {"responses", kResponses, kRequired, kIn30},
    {"responses", kResponses, kSince31},
    {"operationId", kString},
    {"summary", kString},
    {"description", kString},
    {"tags", kStrings},
    {"parameters", kParameterSet, kIn30},
    {"parameters", kParameterList, kSince31},
    {"requestBody", kRequestBody},
    {"callbacks", kCallbacks},
    {"deprecated", kBoolean},
    {"security", kSecurityRequirements},
    {"servers", kServers},
    {"externalDocs", kExternalDocs},
};
constexpr Object kOperationObject = [] {
  Object made = object(NodeType::kOperation, "an operation", kOperationFields);
  made.constraints = kQueryStringStandsAlone;
  return made;
}();
constexpr Type kOperationMap = map_of(kOperation, KeyRule::kOtherMethod);

constexpr Field kPathItemFields[] = {
    {"$ref", kString},
    {"summary", kString},
    {"description", kString},
    {"get", kOperation},
    {"put", kOperation},
    {"post", kOperation},
    {"delete", kOperation},
    {"options", kOperation},
    {"head", kOperation},
    {"patch", kOperation},
    {"trace", kOperation},
    {"query", kOperation, kIn32},
    {"additionalOperations", kOperationMap, kIn32},
    {"servers", kServers},
    {"parameters", kParameterSet, kIn30},
    {"parameters", kParameterList, kSince31},
};
constexpr Object kPathItemObject = [] {
  Object made = object(NodeType::kPathItem, "a path item", kPathItemFields);
  made.constraints = kQueryStringStandsAlone;
  return made;
}();

constexpr Object kPathsObject = [] {
  Object made = object(NodeType::kPaths, "a mapping of paths to path items", {});
  made.rest = &kPathItem;
  made.rest_keys = KeyRule::kPath;
  return made;
}();
constexpr Type kPaths = object_type(kPathsObject);

constexpr Object kWebhooksObject = [] {
  Object made = object(NodeType::kWebhooks, "a mapping of names to webhooks", {});
  made.extensions = false;
  made.rest = &kPathItem;
  return made;
}();
constexpr Type kWebhooks = object_type(kWebhooksObject);

// Components.

constexpr Type components_of(const Type& element) {
  return map_of(element, KeyRule::kComponent);
}
constexpr Type kSchema30Map = components_of(kSchema30);
constexpr Type kSchema31Map = components_of(kSchema31);
constexpr Type kResponseMap = components_of(kResponse);
constexpr Type kParameterMap = components_of(kParameter);
constexpr Type kExampleMap = components_of(kExample);
constexpr Type kRequestBodyMap = components_of(kRequestBody);
constexpr Type kHeaderMap = components_of(kHeader);
constexpr Type kSecuritySchemeMap = components_of(kSecurityScheme);
constexpr Type kLinkMap = components_of(kLink);
constexpr Type kCallbackMap = components_of(kCallback);
constexpr Type kPathItemMap = components_of(kPathItem);
constexpr Type kMediaTypeMap = components_of(kMediaTypeOrReference);

constexpr Field kComponentsFields[] = {
    {"schemas", kSchema30Map, kIn30},
    {"schemas", kSchema31Map, kSince31},
    {"responses", kResponseMap},
    {"parameters", kParameterMap},
    {"examples", kExampleMap},
    {"requestBodies", kRequestBodyMap},
    {"headers", kHeaderMap},
    {"securitySchemes", kSecuritySchemeMap},
    {"links", kLinkMap},
    {"callbacks", kCallbackMap},
    {"pathItems", kPathItemMap, kSince31},
    {"mediaTypes", kMediaTypeMap, kIn32},
};
constexpr Object kComponentsObject =
    object(NodeType::kComponents, "a components object", kComponentsFields);
constexpr Type kComponents = object_type(kComponentsObject);

// Tags and the root.

constexpr Field kTagFields[] = {
    {"name", kString, kRequired}, {"description", kString},   {"externalDocs", kExternalDocs},
    {"summary", kString, kIn32},  {"parent", kString, kIn32}, {"kind", kString, kIn32},
};
constexpr Object kTagObject = object(NodeType::kTag, "a tag", kTagFields);
constexpr Type kTag = object_type(kTagObject);
constexpr Type kTags = list_of(kTag);
constexpr Type kTagSet = set_of(kTag);

constexpr Type kVersion{.shape = Shape::kString, .format = ValueFormat::kOpenApiVersion};
constexpr Type kSelf{.shape = Shape::kString, .format = ValueFormat::kUriWithoutFragment};
constexpr Field kRootFields[] = {
    {"openapi", kVersion, kRequired},
    {"info", kInfo, kRequired},
    {"paths", kPaths, kRequired, kIn30},
    {"paths", kPaths, kSince31},
    {"webhooks", kWebhooks, kSince31},
    {"components", kComponents},
    {"servers", kServers},
    {"security", kSecurityRequirements},
    {"tags", kTagSet, kIn30},
    {"tags", kTags, kSince31},
    {"externalDocs", kExternalDocs},
    {"jsonSchemaDialect", kUriReference, kSince31},
    {"$self", kSelf, kIn32},
};
constexpr Constraint kRootConstraints[] = {
    {Kind::kAnyOf, "paths", {}, "components", kSince31, "webhooks"},
};
constexpr Object kRootObject = [] {
  Object made = object(NodeType::kRoot, "an OpenAPI 3 description", kRootFields);
  made.constraints = kRootConstraints;
  return made;
}();

}  // namespace
}  // namespace tizza::spec::openapi

namespace tizza::spec {

const Grammar& openapi3_grammar() {
  static constexpr Grammar kGrammar = {.rule = "oas3-schema", .root = &openapi::kRootObject};
  return kGrammar;
}

}  // namespace tizza::spec
