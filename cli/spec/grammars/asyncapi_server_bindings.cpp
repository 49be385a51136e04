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

constexpr Field kMqttFields[] = {
    {"clientId", kString},
    {"cleanSession", kBoolean},
    {"lastWill", kLastWill},
    {"keepAlive", kInteger},
    {"sessionExpiryInterval", kIntegerOrSchema},
    {"maximumPacketSize", kIntegerOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kMqttObject = binding("an mqtt server binding", kMqttFields);
constexpr Type kMqtt = object_type(kMqttObject);

constexpr Field kMqtt5Fields[] = {
    {"sessionExpiryInterval", kIntegerOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kMqtt5Object = binding("an mqtt5 server binding", kMqtt5Fields);
constexpr Type kMqtt5 = object_type(kMqtt5Object);

constexpr Field kKafkaFields[] = {
    {"schemaRegistryUrl", kString},
    {"schemaRegistryVendor", kString},
    {"bindingVersion", kString},
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
    {"bindingVersion", kString},
};
constexpr Object kIbmMqObject = binding("an ibmmq server binding", kIbmMqFields);
constexpr Type kIbmMq = object_type(kIbmMqObject);

constexpr Field kJmsPropertyFields[] = {
    {"name", kString, kRequired},
    {"value", kAny, kRequired},
};
constexpr Object kJmsPropertyObject = binding("a JMS property", kJmsPropertyFields);
constexpr Type kJmsProperty = object_type(kJmsPropertyObject);
constexpr Type kJmsProperties = list_of(kJmsProperty);
constexpr Field kJmsFields[] = {
    {"jmsConnectionFactory", kString, kRequired},
    {"properties", kJmsProperties},
    {"clientID", kString},
    {"bindingVersion", kString},
};
constexpr Object kJmsObject = binding("a jms server binding", kJmsFields);
constexpr Type kJms = object_type(kJmsObject);

constexpr Type kSolaceClientName{.shape = Shape::kString, .least = 1, .most = 160};
constexpr Field kSolaceFields[] = {
    {"msgVpn", kString},
    {"msvVpn", kString},
    {"clientName", kSolaceClientName},
    {"bindingVersion", kString},
};
constexpr Object kSolaceObject = binding("a solace server binding", kSolaceFields);
constexpr Type kSolace = object_type(kSolaceObject);

constexpr Field kPulsarFields[] = {
    {"tenant", kString},
    {"bindingVersion", kString},
};
constexpr Object kPulsarObject = binding("a pulsar server binding", kPulsarFields);
constexpr Type kPulsar = object_type(kPulsarObject);

constexpr Field kServerBindingsFields[] = {
    {"mqtt", kMqtt}, {"mqtt5", kMqtt5},   {"kafka", kKafka},   {"ibmmq", kIbmMq},
    {"jms", kJms},   {"solace", kSolace}, {"pulsar", kPulsar}, {"amqp", kReserved},
};

}  // namespace

constexpr Object kServerBindingsObject = bindings(
    NodeType::kServerBindings, "a mapping of protocols to server bindings", kServerBindingsFields);

}  // namespace tizza::spec::asyncapi
