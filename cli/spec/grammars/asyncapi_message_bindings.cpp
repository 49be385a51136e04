// https://github.com/asyncapi/bindings, the Message Binding Object of each protocol.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/binding_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Field kAmqpFields[] = {
    {"contentEncoding", kString},
    {"messageType", kString},
    {"bindingVersion", kString},
};
constexpr Object kAmqpObject = binding("an amqp message binding", kAmqpFields);
constexpr Type kAmqp = object_type(kAmqpObject);

constexpr Field kHttpFields[] = {
    {"headers", kPlainSchema},
    {"statusCode", kNumber},
    {"bindingVersion", kString},
};
constexpr Object kHttpObject = binding("an http message binding", kHttpFields);
constexpr Type kHttp = object_type(kHttpObject);

constexpr std::string_view kSchemaIdPlaceNames[] = {"header", "payload"};
constexpr Type kSchemaIdPlace = one_of(kSchemaIdPlaceNames);
constexpr Field kKafkaFields[] = {
    {"key", kStringOrSchema},
    {"schemaIdLocation", kSchemaIdPlace},
    {"schemaIdPayloadEncoding", kString},
    {"schemaLookupStrategy", kString},
    {"bindingVersion", kString},
};
constexpr Object kKafkaObject = binding("a kafka message binding", kKafkaFields);
constexpr Type kKafka = object_type(kKafkaObject);

constexpr Type kIndicator{.shape = Shape::kInteger, .minimum = 0, .maximum = 1};
constexpr Field kMqttFields[] = {
    {"payloadFormatIndicator", kIndicator},
    {"correlationData", kPlainSchema},
    {"contentType", kString},
    {"responseTopic", kStringOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kMqttObject = binding("an mqtt message binding", kMqttFields);
constexpr Type kMqtt = object_type(kMqttObject);

constexpr std::string_view kIbmMqTypeNames[] = {"string", "jms", "binary"};
constexpr Type kIbmMqType = one_of(kIbmMqTypeNames);
constexpr Field kIbmMqFields[] = {
    {"type", kIbmMqType}, {"headers", kString},        {"description", kString},
    {"expiry", kCount},   {"bindingVersion", kString},
};
constexpr Constraint kIbmMqConstraints[] = {
    {Constraint::Kind::kExcludes, "type", "jms", "headers"},
    {Constraint::Kind::kExcludes, "type", "string", "headers"},
};
constexpr Object kIbmMqObject = [] {
  Object made = binding("an ibmmq message binding", kIbmMqFields);
  made.constraints = kIbmMqConstraints;
  return made;
}();
constexpr Type kIbmMq = object_type(kIbmMqObject);

constexpr Field kHeadersFields[] = {
    {"headers", kPlainSchema},
    {"bindingVersion", kString},
};
constexpr Object kMuleObject = binding("an anypointmq message binding", kHeadersFields);
constexpr Type kMule = object_type(kMuleObject);
constexpr Object kJmsObject = binding("a jms message binding", kHeadersFields);
constexpr Type kJms = object_type(kJmsObject);

constexpr Field kPubSubSchemaFields[] = {
    {"name", kString, kRequired},
    {"type", kString},
};
constexpr Object kPubSubSchemaObject = binding("a schema definition", kPubSubSchemaFields);
constexpr Type kPubSubSchema = object_type(kPubSubSchemaObject);
constexpr Field kPubSubFields[] = {
    {"attributes", kFreeMap},
    {"orderingKey", kString},
    {"schema", kPubSubSchema},
    {"bindingVersion", kString},
};
constexpr Object kPubSubObject = binding("a googlepubsub message binding", kPubSubFields);
constexpr Type kPubSub = object_type(kPubSubObject);

constexpr Field kMessageBindingsFields[] = {
    {"amqp", kAmqp},   {"http", kHttp},       {"kafka", kKafka}, {"mqtt", kMqtt},
    {"ibmmq", kIbmMq}, {"anypointmq", kMule}, {"jms", kJms},     {"googlepubsub", kPubSub},
};

}  // namespace

constexpr Object kMessageBindingsObject =
    bindings(NodeType::kMessageBindings, "a mapping of protocols to message bindings",
             kMessageBindingsFields);

}  // namespace tizza::spec::asyncapi
