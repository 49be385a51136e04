// AsyncAPI 2.0.0-rc1 to 2.6.0, https://v2.asyncapi.com/docs/reference. Fields that came or went are
// gated by version.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/asyncapi_schema.hpp"
#include "spec/grammars/asyncapi_types.hpp"
#include "spec/grammars/tables.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Versions kRc1 = Version::kAsyncApi20Rc1;
constexpr Versions kRcs = kRc1 | Version::kAsyncApi20Rc2;
constexpr Versions kSinceRc2 = since(Version::kAsyncApi20Rc2);
constexpr Versions kSince20 = since(Version::kAsyncApi20);

constexpr Type kFreeMaps = list_of(kFreeMap);

constexpr Field kInfoFields[] = {
    {"title", kString, kRequired}, {"version", kString, kRequired}, {"description", kString},
    {"termsOfService", kUri},      {"contact", kContact},           {"license", kLicense},
};
constexpr Object kInfoObject = object(NodeType::kInfo, "an info object", kInfoFields);
constexpr Type kInfo = object_type(kInfoObject);

constexpr Type kServerBindings = object_or_reference(kServerBindings2Object);
constexpr Type kChannelBindings = object_or_reference(kChannelBindings2Object);
constexpr Type kOperationBindings = object_or_reference(kOperationBindings2Object);
constexpr Type kMessageBindings = object_or_reference(kMessageBindings2Object);

// Servers.

constexpr Field kServerFields[] = {
    {"url", kString, kRequired},
    {"protocol", kString, kRequired},
    {"protocolVersion", kString},
    {"description", kString},
    {"variables", kServerVariables},
    {"security", kSecurityRequirements},
    {"bindings", kServerBindings, kSinceRc2},
    {"baseChannel", kString, kRc1},
    {"tags", kTags, since(Version::kAsyncApi25)},
};
constexpr Object kServerObject = object(NodeType::kServer, "a server", kServerFields);
constexpr Type kServer = object_or_reference(kServerObject);
constexpr Type kServerList = set_of(kServer);
constexpr Type kServers = map_of(kServer, KeyRule::kName);

// Messages. What the payload is depends on `schemaFormat`.

constexpr Versions kSince21 = since(Version::kAsyncApi21);
constexpr Field kExampleFields[] = {
    {"payload", kAny},
    {"headers", kFreeMap},
    {"name", kString, kSince21},
    {"summary", kString, kSince21},
};
constexpr Constraint kExampleConstraints[] = {
    {Constraint::Kind::kAnyOf, "payload", {}, "headers", kSince21},
};
constexpr Object kExampleObject = [] {
  Object made = object(NodeType::kMessageExample, "a message example", kExampleFields);
  made.constraints = kExampleConstraints;
  return made;
}();
constexpr Type kExample = object_type(kExampleObject);
constexpr Type kExamples = list_of(kExample);

constexpr Type kHeaderMap = map_of(kPlainSchema);
constexpr Versions kSince24 = since(Version::kAsyncApi24);
constexpr Field kMessageTraitFields[] = {
    {"name", kString},
    {"title", kString},
    {"summary", kString},
    {"description", kString},
    {"contentType", kString},
    {"schemaFormat", kString},
    {"headers", kHeaderMap, kRc1},
    {"headers", kPlainSchema, kSinceRc2},
    {"correlationId", kCorrelationId},
    {"tags", kTags},
    {"externalDocs", kExternalDocs},
    {"deprecated", kBoolean},
    {"examples", kFreeMaps, kRcs},
    {"examples", kExamples, kSince20},
    {"bindings", kMessageBindings, kSinceRc2},
    {"protocolInfo", kFreeMap, kRc1},
    {"messageId", kString, kSince24},
};
constexpr Object kMessageTraitObject =
    object(NodeType::kMessageTrait, "a message trait", kMessageTraitFields);
constexpr Type kMessageTrait = object_or_reference(kMessageTraitObject);
constexpr Type kMessageTraits = list_of(kMessageTrait);

constexpr Field kSchemaPayloadFields[] = {
    {"payload", kSchema},
    {"traits", kMessageTraits},
};
constexpr auto kMessageFields = joined(kMessageTraitFields, kSchemaPayloadFields);
constexpr Object kMessageObject = object(NodeType::kMessage, "a message", kMessageFields);
constexpr Type kPlainMessage = object_type(kMessageObject);

// A payload in a schema language that is not ours: a reference to it has to lead somewhere.
constexpr Type kForeignPayload{.shape = Shape::kAny, .reference = true};
constexpr Field kForeignPayloadFields[] = {
    {"payload", kForeignPayload},
    {"traits", kMessageTraits},
};
constexpr auto kForeignMessageFields = joined(kMessageTraitFields, kForeignPayloadFields);
constexpr Object kForeignMessageObject =
    object(NodeType::kMessage, "a message", kForeignMessageFields);
constexpr Type kForeignMessage = object_type(kForeignMessageObject);

constexpr Case kPayloadCases[] = {
    {"application/vnd.aai.asyncapi*", kPlainMessage},
    {"application/schema+json*", kPlainMessage},
    {"application/schema+yaml*", kPlainMessage},
    {"*", kForeignMessage},
};
constexpr Variant kPayloadVariant = {.type = NodeType::kMessage,
                                     .name = "a message",
                                     .field = "schemaFormat",
                                     .cases = kPayloadCases,
                                     .fallback = &kPlainMessage};
constexpr Type kSingleMessage = variant_type(kPayloadVariant);

extern const Object kMessageChoiceObject;
constexpr Type kMessageChoice = object_type(kMessageChoiceObject);
constexpr Case kMessageCases[] = {{"*", kMessageChoice}};
constexpr Variant kMessageVariant = {.type = NodeType::kMessage,
                                     .name = "a message",
                                     .field = "oneOf",
                                     .cases = kMessageCases,
                                     .fallback = &kSingleMessage};
constexpr Type kMessage = variant_or_reference(kMessageVariant);
constexpr Type kMessages = list_of(kMessage);
constexpr Field kMessageChoiceFields[] = {{"oneOf", kMessages, kRequired}};
constexpr Object kMessageChoiceObject =
    object(NodeType::kMessageChoice, "a choice of messages", kMessageChoiceFields);

// Channels and operations.

constexpr Field kOperationTraitFields[] = {
    {"operationId", kString},         {"summary", kString},
    {"description", kString},         {"tags", kTags},
    {"externalDocs", kExternalDocs},  {"bindings", kOperationBindings, kSinceRc2},
    {"protocolInfo", kFreeMap, kRc1}, {"security", kSecurityRequirements, kSince24},
};
constexpr Object kOperationTraitObject =
    object(NodeType::kOperationTrait, "an operation trait", kOperationTraitFields);
constexpr Type kOperationTrait = object_or_reference(kOperationTraitObject);
constexpr Type kOperationTraits = list_of(kOperationTrait);

constexpr Field kOwnOperationFields[] = {
    {"message", kMessage},
    {"traits", kOperationTraits},
};
constexpr auto kOperationFields = joined(kOperationTraitFields, kOwnOperationFields);
constexpr Object kOperationObject = object(NodeType::kOperation, "an operation", kOperationFields);
constexpr Type kOperation = object_type(kOperationObject);

constexpr Field kParameterFields[] = {
    {"description", kString},
    {"schema", kPlainSchema},
    {"location", kRuntimeExpression, kSinceRc2},
    {"name", kString, kRc1},
};
constexpr Object kParameterObject = object(NodeType::kParameter, "a parameter", kParameterFields);
constexpr Type kParameter = object_or_reference(kParameterObject);
constexpr Type kParameters = map_of(kParameter, KeyRule::kName);
constexpr Type kParameterList = list_of(kParameter);
constexpr const Type* kRc1ParameterChoices[] = {&kParameters, &kParameterList};
constexpr Type kRc1Parameters = either(kRc1ParameterChoices);

constexpr Field kChannelFields[] = {
    {"$ref", kString},
    {"description", kString, kSinceRc2},
    {"subscribe", kOperation},
    {"publish", kOperation},
    {"parameters", kRc1Parameters, kRc1},
    {"parameters", kParameters, kSinceRc2},
    {"bindings", kChannelBindings, kSinceRc2},
    {"protocolInfo", kFreeMap, kRc1},
    {"deprecated", kBoolean},
    {"servers", kStringSet, since(Version::kAsyncApi22)},
};
constexpr Object kChannelObject = object(NodeType::kChannel, "a channel item", kChannelFields);
constexpr Type kChannel = object_or_reference(kChannelObject);
constexpr Object kChannelsObject = [] {
  Object made = object(NodeType::kChannels, "a mapping of names to channel items", {});
  made.extensions = false;
  made.rest = &kChannel;
  return made;
}();
constexpr Type kChannels = object_type(kChannelsObject);
constexpr Type kChannelMap = map_of(kChannel, KeyRule::kComponent);

// Components and the root.

constexpr Type kSchemaMap = map_of(kSchema, KeyRule::kComponent);
constexpr Type kMessageMap = map_of(kMessage, KeyRule::kComponent);
constexpr Type kSecuritySchemeMap = map_of(kSecurityScheme, KeyRule::kComponent);
constexpr Type kParameterMap = map_of(kParameter, KeyRule::kComponent);
constexpr Type kCorrelationIdMap = map_of(kCorrelationId, KeyRule::kComponent);
constexpr Type kOperationTraitMap = map_of(kOperationTrait, KeyRule::kComponent);
constexpr Type kMessageTraitMap = map_of(kMessageTrait, KeyRule::kComponent);
constexpr Type kServerBindingsMap = map_of(kServerBindings, KeyRule::kComponent);
constexpr Type kChannelBindingsMap = map_of(kChannelBindings, KeyRule::kComponent);
constexpr Type kOperationBindingsMap = map_of(kOperationBindings, KeyRule::kComponent);
constexpr Type kMessageBindingsMap = map_of(kMessageBindings, KeyRule::kComponent);
constexpr Type kServerVariableMap = map_of(kServerVariable, KeyRule::kComponent);
constexpr Type kServerMap = map_of(kServer, KeyRule::kComponent);

constexpr Versions kSince23 = since(Version::kAsyncApi23);
constexpr Field kComponentsFields[] = {
    {"schemas", kSchemaMap},
    {"messages", kMessageMap},
    {"securitySchemes", kSecuritySchemeMap},
    {"parameters", kParameterMap},
    {"correlationIds", kCorrelationIdMap},
    {"traits", kFreeMap, kRc1},
    {"operationTraits", kOperationTraitMap, kSinceRc2},
    {"messageTraits", kMessageTraitMap, kSinceRc2},
    {"serverBindings", kServerBindingsMap, kSinceRc2},
    {"channelBindings", kChannelBindingsMap, kSinceRc2},
    {"operationBindings", kOperationBindingsMap, kSinceRc2},
    {"messageBindings", kMessageBindingsMap, kSinceRc2},
    {"servers", kServerMap, kSince23},
    {"channels", kChannelMap, kSince23},
    {"serverVariables", kServerVariableMap, kSince24},
};
constexpr Object kComponentsObject =
    object(NodeType::kComponents, "a components object", kComponentsFields);
constexpr Type kComponents = object_type(kComponentsObject);

constexpr Field kRootFields[] = {
    {"asyncapi", kString, kRequired},
    {"info", kInfo, kRequired},
    {"channels", kChannels, kRequired},
    {"id", kUriReference, kRequired, kRc1},
    {"id", kUri, kSinceRc2},
    {"servers", kServerList, kRc1},
    {"servers", kServers, kSinceRc2},
    {"defaultContentType", kString},
    {"components", kComponents},
    {"tags", kTags},
    {"externalDocs", kExternalDocs},
};
constexpr Object kRootObject = object(NodeType::kRoot, "an AsyncAPI 2 description", kRootFields);

}  // namespace
}  // namespace tizza::spec::asyncapi

namespace tizza::spec {

const Grammar& asyncapi2_grammar() {
  static constexpr Grammar kGrammar = {.rule = "asyncapi-schema",
                                       .root = &asyncapi::kRootObject,
                                       .payload_rule = "asyncapi-payload"};
  return kGrammar;
}

}  // namespace tizza::spec
