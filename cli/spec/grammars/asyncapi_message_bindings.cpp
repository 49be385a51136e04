// https://github.com/asyncapi/bindings, the Message Binding Object of each protocol.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/binding_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Field kAmqpFields[] = {
    {"contentEncoding", kString},
    {"messageType", kString},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k030, kAllAsyncApi3},
};
constexpr Object kAmqpObject = binding("an amqp message binding", kAmqpFields);
constexpr Type kAmqp = object_type(kAmqpObject);

constexpr Field kHttpOldFields[] = {
    {"headers", kPlainSchema},
    {"bindingVersion", kString},
};
constexpr Object kHttpOldObject =
    binding("an http message binding of this version", kHttpOldFields);
constexpr Type kHttpOld = object_type(kHttpOldObject);
constexpr Field kHttpNewerFields[] = {{"statusCode", kNumber}};
constexpr auto kHttpFields = joined(kHttpOldFields, kHttpNewerFields);
constexpr Object kHttpObject = binding("an http message binding", kHttpFields);
constexpr Type kHttpLatest = object_type(kHttpObject);
constexpr Case kHttpCases[] = {
    {"0.3.0", kHttpLatest},
    {"0.2.0", kHttpOld},
    {"0.1.0", kHttpOld, kAllAsyncApi2},
    {"*", kHttpLatest, kAllAsyncApi2},
    {"", kHttpLatest},
};
constexpr Variant kHttpVariant = by_version("an http message binding", kHttpCases);
constexpr Type kHttp = variant_type(kHttpVariant);

// Before 0.3.0 the key was all; 0.4.0 lets it be an Avro schema too.
constexpr std::string_view kSchemaIdPlaceNames[] = {"header", "payload"};
constexpr Type kSchemaIdPlace = one_of(kSchemaIdPlaceNames);
constexpr Field kKafkaOldFields[] = {
    {"key", kStringOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kKafkaOldObject =
    binding("a kafka message binding of this version", kKafkaOldFields);
constexpr Type kKafkaOld = object_type(kKafkaOldObject);
constexpr Type kAvroUnion = list_of(kAny);
constexpr const Type* kAvroOrSchemaChoices[] = {&kSchema, &kString, &kAvroUnion};
constexpr Type kAvroOrSchema = either(kAvroOrSchemaChoices);
constexpr Field kKafkaLookupFields[] = {
    {"schemaIdLocation", kSchemaIdPlace},
    {"schemaIdPayloadEncoding", kString},
    {"schemaLookupStrategy", kString},
    {"bindingVersion", kString},
};
constexpr Field kAvroKeyFields[] = {{"key", kAvroOrSchema}};
constexpr auto kKafka040Fields = joined(kKafkaLookupFields, kAvroKeyFields);
constexpr Object kKafka040Object = binding("a kafka message binding 0.4.0", kKafka040Fields);
constexpr Type kKafka040 = object_type(kKafka040Object);
constexpr Field kKeyFields[] = {
    {"key", kStringOrSchema, kAllAsyncApi2},
    {"key", kSchema, kAllAsyncApi3},
};
constexpr auto kKafkaFields = joined(kKafkaLookupFields, kKeyFields);
constexpr Object kKafkaObject = binding("a kafka message binding", kKafkaFields);
constexpr Type kKafkaLatest = object_type(kKafkaObject);
constexpr Case kKafkaCases[] = {
    {"0.5.0", kKafkaLatest},
    {"0.4.0", kKafka040},
    {"0.3.0", kKafkaLatest},
    {"0.2.0", kKafkaOld, kAllAsyncApi2},
    {"0.1.0", kKafkaOld, kAllAsyncApi2},
    {"*", kKafkaLatest, kAllAsyncApi2},
    {"", kKafkaLatest},
};
constexpr Variant kKafkaVariant = by_version("a kafka message binding", kKafkaCases);
constexpr Type kKafka = variant_type(kKafkaVariant);

constexpr Type kIndicator{.shape = Shape::kInteger, .minimum = 0, .maximum = 1};
constexpr Type kResponseTopicText{.shape = Shape::kString, .least = 1};
constexpr const Type* kResponseTopicChoices[] = {&kResponseTopicText, &kPlainSchema};
constexpr Type kResponseTopic = either(kResponseTopicChoices);
constexpr Field kMqttOldFields[] = {{"bindingVersion", kString}};
constexpr Object kMqttOldObject = binding("an mqtt message binding 0.1.0", kMqttOldFields);
constexpr Type kMqttOld = object_type(kMqttOldObject);
constexpr Field kMqttNewerFields[] = {
    {"payloadFormatIndicator", kIndicator},
    {"correlationData", kPlainSchema},
    {"contentType", kString},
    {"responseTopic", kResponseTopic},
};
constexpr auto kMqttFields = joined(kMqttOldFields, kMqttNewerFields);
constexpr Object kMqttObject = binding("an mqtt message binding", kMqttFields);
constexpr Type kMqttLatest = object_type(kMqttObject);
constexpr Case kMqttCases[] = {
    {"0.2.0", kMqttLatest},
    {"0.1.0", kMqttOld, kAllAsyncApi2},
    {"*", kMqttLatest, kAllAsyncApi2},
    {"", kMqttLatest},
};
constexpr Variant kMqttVariant = by_version("an mqtt message binding", kMqttCases);
constexpr Type kMqtt = variant_type(kMqttVariant);

constexpr std::string_view kIbmMqTypeNames[] = {"string", "jms", "binary"};
constexpr Type kIbmMqType = one_of(kIbmMqTypeNames);
constexpr Field kIbmMqFields[] = {
    {"type", kIbmMqType},
    {"headers", kString},
    {"description", kString},
    {"expiry", kCount},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k010, kAllAsyncApi3},
};
constexpr Constraint kIbmMqConstraints[] = {
    {Constraint::Kind::kExcludes, "type", "jms", "headers"},
    {Constraint::Kind::kExcludes, "type", "string", "headers"},
};
constexpr Object kIbmMqObject =
    binding("an ibmmq message binding", kIbmMqFields, kIbmMqConstraints);
constexpr Type kIbmMq = object_type(kIbmMqObject);

constexpr Field kHeadersFields[] = {
    {"headers", kPlainSchema},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k001, kAllAsyncApi3},
};
constexpr Object kMuleObject = binding("an anypointmq message binding", kHeadersFields);
constexpr Type kMule = object_type(kMuleObject);
constexpr Object kJmsObject = binding("a jms message binding", kHeadersFields);
constexpr Type kJms = object_type(kJmsObject);

// 0.1.0 asks for the type of the schema too.
constexpr Field kPubSubSchemaOldFields[] = {
    {"name", kString, kRequired},
    {"type", kString, kRequired},
};
constexpr Object kPubSubSchemaOldObject =
    open_binding("a schema definition", kPubSubSchemaOldFields);
constexpr Type kPubSubSchemaOld = object_type(kPubSubSchemaOldObject);
constexpr Field kPubSubSchemaFields[] = {{"name", kString, kRequired}};
constexpr Object kPubSubSchemaObject = open_binding("a schema definition", kPubSubSchemaFields);
constexpr Type kPubSubSchema = object_type(kPubSubSchemaObject);
constexpr Field kPubSubBaseFields[] = {
    {"attributes", kFreeMap},
    {"orderingKey", kString},
    {"bindingVersion", kString},
};
constexpr Field kOldSchemaField[] = {{"schema", kPubSubSchemaOld}};
constexpr auto kPubSubOldFields = joined(kPubSubBaseFields, kOldSchemaField);
constexpr Object kPubSubOldObject =
    binding("a googlepubsub message binding 0.1.0", kPubSubOldFields);
constexpr Type kPubSubOld = object_type(kPubSubOldObject);
constexpr Field kSchemaField[] = {{"schema", kPubSubSchema}};
constexpr auto kPubSubFields = joined(kPubSubBaseFields, kSchemaField);
constexpr Object kPubSubObject = binding("a googlepubsub message binding", kPubSubFields);
constexpr Type kPubSubLatest = object_type(kPubSubObject);
constexpr Case kPubSubCases[] = {
    {"0.2.0", kPubSubLatest},
    {"0.1.0", kPubSubOld, kAllAsyncApi2},
    {"*", kPubSubLatest, kAllAsyncApi2},
    {"", kPubSubLatest},
};
constexpr Variant kPubSubVariant = by_version("a googlepubsub message binding", kPubSubCases);
constexpr Type kPubSub = variant_type(kPubSubVariant);

constexpr Field kMessageBindingsFields[] = {
    {"http", kHttp},       {"ws", kReserved},
    {"kafka", kKafka},     {"anypointmq", kMule},
    {"amqp", kAmqp},       {"amqp1", kReserved},
    {"mqtt", kMqtt},       {"mqtt5", kReserved},
    {"nats", kReserved},   {"jms", kJms},
    {"sns", kReserved},    {"solace", kReserved},
    {"sqs", kReserved},    {"stomp", kReserved},
    {"redis", kReserved},  {"mercure", kReserved},
    {"ibmmq", kIbmMq},     {"googlepubsub", kPubSub},
    {"pulsar", kReserved}, {"ros2", kReserved, Version::kAsyncApi31},
};
constexpr std::string_view kName = "a mapping of protocols to message bindings";

}  // namespace

constexpr Object kMessageBindings2Object =
    bindings2(NodeType::kMessageBindings, kName, kMessageBindingsFields);
constexpr Object kMessageBindings3Object =
    bindings3(NodeType::kMessageBindings, kName, kMessageBindingsFields);

}  // namespace tizza::spec::asyncapi
