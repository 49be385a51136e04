// https://github.com/asyncapi/bindings, the Server Binding Object of each protocol.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/binding_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Field kLastWillFields[] = {
    {"topic", kString},
    {"qos", kQos},
    {"message", kString},
    {"retain", kBoolean},
};
constexpr Object kLastWillObject = binding("a last will", kLastWillFields);
constexpr Type kLastWill = object_type(kLastWillObject);

constexpr Field kMqttOldFields[] = {
    {"clientId", kString},   {"cleanSession", kBoolean},  {"lastWill", kLastWill},
    {"keepAlive", kInteger}, {"bindingVersion", kString},
};
constexpr Object kMqttOldObject = binding("an mqtt server binding 0.1.0", kMqttOldFields);
constexpr Type kMqttOld = object_type(kMqttOldObject);
constexpr Type kPacketSize{.shape = Shape::kInteger, .minimum = 1, .maximum = 4294967295};
constexpr const Type* kPacketSizeChoices[] = {&kPacketSize, &kPlainSchema};
constexpr Type kPacketSizeOrSchema = either(kPacketSizeChoices);
constexpr Field kMqttNewerFields[] = {
    {"sessionExpiryInterval", kCountOrSchema},
    {"maximumPacketSize", kPacketSizeOrSchema},
};
constexpr auto kMqttFields = joined(kMqttOldFields, kMqttNewerFields);
constexpr Object kMqttObject = binding("an mqtt server binding", kMqttFields);
constexpr Type kMqttLatest = object_type(kMqttObject);
constexpr Case kMqttCases[] = {
    {"0.2.0", kMqttLatest},
    {"0.1.0", kMqttOld, kAllAsyncApi2},
    {"*", kMqttLatest, kAllAsyncApi2},
    {"", kMqttLatest},
};
constexpr Variant kMqttVariant = by_version("an mqtt server binding", kMqttCases);
constexpr Type kMqtt = variant_type(kMqttVariant);

constexpr Field kMqtt5Fields[] = {
    {"sessionExpiryInterval", kCountOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kMqtt5Object = binding("an mqtt5 server binding", kMqtt5Fields);
constexpr Type kMqtt5 = object_type(kMqtt5Object);

constexpr Field kKafkaFields[] = {
    {"schemaRegistryUrl", kString},
    {"schemaRegistryVendor", kString},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k030To050, kAllAsyncApi3},
};
constexpr Object kKafkaObject = binding("a kafka server binding", kKafkaFields);
constexpr Type kKafka = object_type(kKafkaObject);

constexpr Type kHeartBeat{.shape = Shape::kInteger, .minimum = 0, .maximum = 999999};
constexpr Field kIbmMqFields[] = {
    {"groupId", kString},
    {"ccdtQueueManagerName", kString},
    {"cipherSpec", kString},
    {"multiEndpointServer", kBoolean},
    {"heartBeatInterval", kHeartBeat},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k010, kAllAsyncApi3},
};
constexpr Object kIbmMqObject = binding("an ibmmq server binding", kIbmMqFields);
constexpr Type kIbmMq = object_type(kIbmMqObject);

constexpr const Type* kJmsValueChoices[] = {&kString, &kBoolean, &kNumber, &kNull};
constexpr Type kJmsValue = either(kJmsValueChoices);
constexpr Field kJmsPropertyFields[] = {
    {"name", kString, kRequired},
    {"value", kJmsValue, kRequired},
};
constexpr Object kJmsPropertyObject = binding("a JMS property", kJmsPropertyFields);
constexpr Type kJmsProperty = object_type(kJmsPropertyObject);
constexpr Type kJmsProperties = list_of(kJmsProperty);
constexpr Field kJmsFields[] = {
    {"jmsConnectionFactory", kString, kRequired},
    {"properties", kJmsProperties},
    {"clientID", kString},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k001, kAllAsyncApi3},
};
constexpr Object kJmsObject = binding("a jms server binding", kJmsFields);
constexpr Type kJms = object_type(kJmsObject);

// The first version misspelled `msgVpn`.
constexpr Type kSolaceClientName{.shape = Shape::kString, .least = 1, .most = 160};
constexpr Field kSolace020Fields[] = {{"msvVpn", kString}, {"bindingVersion", kString}};
constexpr Object kSolace020Object = binding("a solace server binding 0.2.0", kSolace020Fields);
constexpr Type kSolace020 = object_type(kSolace020Object);
constexpr Field kSolace030Fields[] = {{"msgVpn", kString}, {"bindingVersion", kString}};
constexpr Object kSolace030Object = binding("a solace server binding 0.3.0", kSolace030Fields);
constexpr Type kSolace030 = object_type(kSolace030Object);
constexpr Field kSolaceFields[] = {
    {"msgVpn", kString},
    {"clientName", kSolaceClientName},
    {"bindingVersion", kString},
};
constexpr Object kSolaceObject = binding("a solace server binding", kSolaceFields);
constexpr Type kSolaceLatest = object_type(kSolaceObject);
constexpr Field kMisspelled[] = {{"msvVpn", kString}};
constexpr auto kAnySolaceFields = joined(kSolaceFields, kMisspelled);
constexpr Object kAnySolaceObject = binding("a solace server binding", kAnySolaceFields);
constexpr Type kAnySolace = object_type(kAnySolaceObject);
constexpr Case kSolaceCases[] = {
    {"0.4.0", kSolaceLatest},        {"0.3.0", kSolace030},
    {"0.2.0", kSolace020},           {"*", kAnySolace, kAllAsyncApi2},
    {"", kAnySolace, kAllAsyncApi2}, {"", kSolaceLatest, kAllAsyncApi3},
};
constexpr Variant kSolaceVariant = by_version("a solace server binding", kSolaceCases);
constexpr Type kSolace = variant_type(kSolaceVariant);

constexpr Field kPulsarFields[] = {
    {"tenant", kString},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k010, kAllAsyncApi3},
};
constexpr Object kPulsarObject = binding("a pulsar server binding", kPulsarFields);
constexpr Type kPulsar = object_type(kPulsarObject);

constexpr Type kDomainId{.shape = Shape::kInteger, .minimum = 0, .maximum = 231};
constexpr Field kRos2Fields[] = {
    {"rmwImplementation", kString},
    {"domainId", kDomainId},
    {"bindingVersion", k010},
};
constexpr Object kRos2Object = open_binding("a ros2 server binding", kRos2Fields);
constexpr Type kRos2 = object_type(kRos2Object);

constexpr Field kServerBindingsFields[] = {
    {"http", kReserved},  {"ws", kReserved},
    {"kafka", kKafka},    {"anypointmq", kReserved},
    {"amqp", kReserved},  {"amqp1", kReserved},
    {"mqtt", kMqtt},      {"mqtt5", kMqtt5},
    {"nats", kReserved},  {"jms", kJms},
    {"sns", kReserved},   {"solace", kSolace},
    {"sqs", kReserved},   {"stomp", kReserved},
    {"redis", kReserved}, {"mercure", kReserved},
    {"ibmmq", kIbmMq},    {"googlepubsub", kReserved},
    {"pulsar", kPulsar},  {"ros2", kRos2, Version::kAsyncApi31},
};
constexpr std::string_view kName = "a mapping of protocols to server bindings";

}  // namespace

constexpr Object kServerBindings2Object =
    bindings2(NodeType::kServerBindings, kName, kServerBindingsFields);
constexpr Object kServerBindings3Object =
    bindings3(NodeType::kServerBindings, kName, kServerBindingsFields);

}  // namespace tizza::spec::asyncapi
