// AsyncAPI 3.0.0 and 3.1.0, https://www.asyncapi.com/docs/reference/specification/v3.1.0. Fields of
// AsyncAPI 2 stand here too, gated by version, so that what became of them can be told.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/asyncapi_schema.hpp"
#include "spec/grammars/asyncapi_types.hpp"
#include "spec/grammars/tables.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Versions kOnlyIn2 = Versions::range(Version::kAsyncApi20, Version::kAsyncApi26);

constexpr Type kServerBindings = object_or_reference(kServerBindings3Object);
constexpr Type kChannelBindings = object_or_reference(kChannelBindings3Object);
constexpr Type kOperationBindings = object_or_reference(kOperationBindings3Object);
constexpr Type kMessageBindings = object_or_reference(kMessageBindings3Object);

// Info. Tags and external documentation may be references.

constexpr Field kTagFields[] = {
    {"name", kString, kRequired},
    {"description", kString},
    {"externalDocs", kReferableDocs},
};
constexpr Object kTagObject = object(NodeType::kTag, "a tag", kTagFields);
constexpr Type kTag = object_or_reference(kTagObject);
constexpr Type kTags = list_of(kTag);

constexpr Field kInfoFields[] = {
    {"title", kString, kRequired},
    {"version", kString, kRequired},
    {"description", kString},
    {"termsOfService", kUri},
    {"contact", kContact},
    {"license", kLicense},
    {"tags", kTags},
    {"externalDocs", kReferableDocs},
};
constexpr Object kInfoObject = object(NodeType::kInfo, "an info object", kInfoFields);
constexpr Type kInfo = object_type(kInfoObject);

// Servers.

constexpr Type kSecurity = list_of(kSecurityScheme);
constexpr Field kServerFields[] = {
    {"host", kString, kRequired},
    {"protocol", kString, kRequired},
    {"protocolVersion", kString},
    {"pathname", kString},
    {"title", kString},
    {"summary", kString},
    {"description", kString},
    {"variables", kServerVariables},
    {"security", kSecurity},
    {"tags", kTags},
    {"externalDocs", kReferableDocs},
    {"bindings", kServerBindings},
    {"url", kString, kOnlyIn2},
};
constexpr Object kServerObject = object(NodeType::kServer, "a server", kServerFields);
constexpr Type kServer = object_or_reference(kServerObject);
constexpr Type kServerMap = map_of(kServer);
constexpr Type kServerReference = reference_to(kServerObject);
constexpr Type kServerReferences = set_of(kServerReference);

// Schemas: those of AsyncAPI as they are, those of any language wrapped with its name.

constexpr Field kWrapperFields[] = {
    {"schemaFormat", kString},
    {"schema", kSchema, kRequired},
};
constexpr Object wrapper(std::span<const Field> fields) {
  Object made = object(NodeType::kMultiFormatSchema, "a multi-format schema", fields);
  made.open = true;
  return made;
}
constexpr Object kOwnWrapperObject = wrapper(kWrapperFields);
constexpr Type kOwnWrapper = object_type(kOwnWrapperObject);

// A schema in a language that is not ours: a reference to it has to lead somewhere.
constexpr Type kForeignSchema{.shape = Shape::kAny, .reference = true};
constexpr Field kForeignWrapperFields[] = {
    {"schemaFormat", kString},
    {"schema", kForeignSchema, kRequired},
};
constexpr Object kForeignWrapperObject = wrapper(kForeignWrapperFields);
constexpr Type kForeignWrapper = object_type(kForeignWrapperObject);

constexpr Case kWrapperCases[] = {
    {"application/vnd.aai.asyncapi*", kOwnWrapper},
    {"application/schema+json*", kOwnWrapper},
    {"application/schema+yaml*", kOwnWrapper},
    {"*", kForeignWrapper},
};
constexpr Variant kWrapperVariant = {.type = NodeType::kSchema,
                                     .name = "a multi-format schema",
                                     .field = "schemaFormat",
                                     .cases = kWrapperCases,
                                     .fallback = &kOwnWrapper};
constexpr Type kWrapper = variant_type(kWrapperVariant);
constexpr Case kAnySchemaCases[] = {{"*", kWrapper}};
constexpr Variant kAnySchemaVariant = {.type = NodeType::kSchema,
                                       .name = "a schema",
                                       .field = "schema",
                                       .cases = kAnySchemaCases,
                                       .fallback = &kPlainSchema};
constexpr Type kAnySchemaObject = variant_or_reference(kAnySchemaVariant);
constexpr const Type* kAnySchemaChoices[] = {&kAnySchemaObject, &kBoolean};
constexpr Type kAnySchema = either(kAnySchemaChoices);

// Messages.

constexpr Field kExampleFields[] = {
    {"payload", kAny},
    {"headers", kFreeMap},
    {"name", kString},
    {"summary", kString},
};
constexpr Constraint kExampleConstraints[] = {
    {Constraint::Kind::kAnyOf, "payload", {}, "headers"},
};
constexpr Object kExampleObject = [] {
  Object made = object(NodeType::kMessageExample, "a message example", kExampleFields);
  made.constraints = kExampleConstraints;
  return made;
}();
constexpr Type kExample = object_type(kExampleObject);
constexpr Type kExamples = list_of(kExample);

constexpr Field kMessageTraitFields[] = {
    {"name", kString},
    {"title", kString},
    {"summary", kString},
    {"description", kString},
    {"contentType", kString},
    {"headers", kAnySchema},
    {"correlationId", kCorrelationId},
    {"tags", kTags},
    {"externalDocs", kReferableDocs},
    {"deprecated", kBoolean},
    {"examples", kExamples},
    {"bindings", kMessageBindings},
    {"messageId", kString, kOnlyIn2},
    {"schemaFormat", kString, kOnlyIn2},
};
constexpr Object kMessageTraitObject =
    object(NodeType::kMessageTrait, "a message trait", kMessageTraitFields);
constexpr Type kMessageTrait = object_or_reference(kMessageTraitObject);
constexpr Type kMessageTraits = list_of(kMessageTrait);
constexpr Field kOwnMessageFields[] = {
    {"payload", kAnySchema},
    {"traits", kMessageTraits},
};
constexpr auto kMessageFields = joined(kMessageTraitFields, kOwnMessageFields);
constexpr Object kMessageObject = object(NodeType::kMessage, "a message", kMessageFields);
constexpr Type kMessage = object_or_reference(kMessageObject);
constexpr Type kMessageMap = map_of(kMessage);
constexpr Type kMessageReference = reference_to(kMessageObject);
constexpr Type kMessageReferences = list_of(kMessageReference);

// Channels.

constexpr Field kParameterFields[] = {
    {"description", kString},
    {"enum", kStrings},
    {"default", kString},
    {"examples", kStrings},
    {"location", kRuntimeExpression},
    {"schema", kPlainSchema, kOnlyIn2},
};
constexpr Object kParameterObject = object(NodeType::kParameter, "a parameter", kParameterFields);
constexpr Type kParameter = object_or_reference(kParameterObject);
constexpr Type kParameters = map_of(kParameter);

// Null, or no address, is one that is only known at run time.
constexpr const Type* kAddressChoices[] = {&kString, &kNull};
constexpr Type kAddress = either(kAddressChoices);
constexpr Field kChannelFields[] = {
    {"address", kAddress},
    {"messages", kMessageMap},
    {"title", kString},
    {"summary", kString},
    {"description", kString},
    {"servers", kServerReferences},
    {"parameters", kParameters},
    {"tags", kTags},
    {"externalDocs", kReferableDocs},
    {"bindings", kChannelBindings},
    {"publish", kAny, kOnlyIn2},
    {"subscribe", kAny, kOnlyIn2},
};
constexpr Object kChannelObject = object(NodeType::kChannel, "a channel", kChannelFields);
constexpr Type kChannel = object_or_reference(kChannelObject);
constexpr Object kChannelsObject = [] {
  Object made = object(NodeType::kChannels, "a mapping of names to channels", {});
  made.extensions = false;
  made.rest = &kChannel;
  return made;
}();
constexpr Type kChannels = object_type(kChannelsObject);
constexpr Type kChannelReference = reference_to(kChannelObject);

// Operations.

constexpr Field kReplyAddressFields[] = {
    {"location", kRuntimeExpression, kRequired},
    {"description", kString},
};
constexpr Object kReplyAddressObject =
    object(NodeType::kReplyAddress, "a reply address", kReplyAddressFields);
constexpr Type kReplyAddress = object_or_reference(kReplyAddressObject);
constexpr Field kReplyFields[] = {
    {"address", kReplyAddress},
    {"channel", kChannelReference},
    {"messages", kMessageReferences},
};
constexpr Object kReplyObject = object(NodeType::kReply, "a reply", kReplyFields);
constexpr Type kReply = object_or_reference(kReplyObject);

constexpr Field kOperationTraitFields[] = {
    {"title", kString},
    {"summary", kString},
    {"description", kString},
    {"security", kSecurity},
    {"tags", kTags},
    {"externalDocs", kReferableDocs},
    {"bindings", kOperationBindings},
    {"operationId", kString, kOnlyIn2},
};
constexpr Object kOperationTraitObject =
    object(NodeType::kOperationTrait, "an operation trait", kOperationTraitFields);
constexpr Type kOperationTrait = object_or_reference(kOperationTraitObject);
constexpr Type kOperationTraits = list_of(kOperationTrait);
constexpr std::string_view kActionNames[] = {"send", "receive"};
constexpr Type kAction = one_of(kActionNames);
constexpr Field kOwnOperationFields[] = {
    {"action", kAction, kRequired},   {"channel", kChannelReference, kRequired},
    {"messages", kMessageReferences}, {"reply", kReply},
    {"traits", kOperationTraits},     {"message", kAny, kOnlyIn2},
};
constexpr auto kOperationFields = joined(kOperationTraitFields, kOwnOperationFields);
constexpr Object kOperationObject = object(NodeType::kOperation, "an operation", kOperationFields);
constexpr Type kOperation = object_or_reference(kOperationObject);
constexpr Object kOperationsObject = [] {
  Object made = object(NodeType::kOperations, "a mapping of names to operations", {});
  made.extensions = false;
  made.rest = &kOperation;
  return made;
}();
constexpr Type kOperations = object_type(kOperationsObject);

// Components and the root.

constexpr Type component_map(const Type& element) {
  return map_of(element, KeyRule::kComponent);
}
constexpr Type kSchemaComponents = component_map(kAnySchema);
constexpr Type kServerComponents = component_map(kServer);
constexpr Type kChannelComponents = component_map(kChannel);
constexpr Type kOperationComponents = component_map(kOperation);
constexpr Type kMessageComponents = component_map(kMessage);
constexpr Type kSecurityComponents = component_map(kSecurityScheme);
constexpr Type kServerVariableComponents = component_map(kServerVariable);
constexpr Type kParameterComponents = component_map(kParameter);
constexpr Type kCorrelationIdComponents = component_map(kCorrelationId);
constexpr Type kReplyComponents = component_map(kReply);
constexpr Type kReplyAddressComponents = component_map(kReplyAddress);
constexpr Type kDocsComponents = component_map(kReferableDocs);
constexpr Type kTagComponents = component_map(kTag);
constexpr Type kOperationTraitComponents = component_map(kOperationTrait);
constexpr Type kMessageTraitComponents = component_map(kMessageTrait);
constexpr Type kServerBindingComponents = component_map(kServerBindings);
constexpr Type kChannelBindingComponents = component_map(kChannelBindings);
constexpr Type kOperationBindingComponents = component_map(kOperationBindings);
constexpr Type kMessageBindingComponents = component_map(kMessageBindings);

constexpr Field kComponentsFields[] = {
    {"schemas", kSchemaComponents},
    {"servers", kServerComponents},
    {"channels", kChannelComponents},
    {"operations", kOperationComponents},
    {"messages", kMessageComponents},
    {"securitySchemes", kSecurityComponents},
    {"serverVariables", kServerVariableComponents},
    {"parameters", kParameterComponents},
    {"correlationIds", kCorrelationIdComponents},
    {"replies", kReplyComponents},
    {"replyAddresses", kReplyAddressComponents},
    {"externalDocs", kDocsComponents},
    {"tags", kTagComponents},
    {"operationTraits", kOperationTraitComponents},
    {"messageTraits", kMessageTraitComponents},
    {"serverBindings", kServerBindingComponents},
    {"channelBindings", kChannelBindingComponents},
    {"operationBindings", kOperationBindingComponents},
    {"messageBindings", kMessageBindingComponents},
};
constexpr Object kComponentsObject =
    object(NodeType::kComponents, "a components object", kComponentsFields);
constexpr Type kComponents = object_type(kComponentsObject);

constexpr Field kRootFields[] = {
    {"asyncapi", kString, kRequired}, {"info", kInfo, kRequired},      {"id", kUri},
    {"servers", kServerMap},          {"defaultContentType", kString}, {"channels", kChannels},
    {"operations", kOperations},      {"components", kComponents},     {"tags", kAny, kOnlyIn2},
    {"externalDocs", kAny, kOnlyIn2},
};
constexpr Object kRootObject = object(NodeType::kRoot, "an AsyncAPI 3 description", kRootFields);

}  // namespace
}  // namespace tizza::spec::asyncapi

namespace tizza::spec {

const Grammar& asyncapi3_grammar() {
  static constexpr Grammar kGrammar = {.rule = "asyncapi-3-document-unresolved",
                                       .root = &asyncapi::kRootObject,
                                       .resolved_rule = "asyncapi-3-document-resolved"};
  return kGrammar;
}

}  // namespace tizza::spec
