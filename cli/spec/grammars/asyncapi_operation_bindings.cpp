// https://github.com/asyncapi/bindings, the Operation Binding Object of each protocol.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/binding_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Type kDeliveryMode{.shape = Shape::kInteger, .minimum = 1, .maximum = 2};
constexpr Field kAmqpFields[] = {
    {"expiration", kCount},
    {"userId", kString},
    {"cc", kStrings},
    {"priority", kInteger},
    {"deliveryMode", kDeliveryMode},
    {"mandatory", kBoolean},
    {"bcc", kStrings},
    {"replyTo", kString},
    {"timestamp", kBoolean},
    {"ack", kBoolean},
    {"bindingVersion", kString},
};
constexpr Object kAmqpObject = binding("an amqp operation binding", kAmqpFields);
constexpr Type kAmqp = object_type(kAmqpObject);

constexpr std::string_view kHttpTypeNames[] = {"request", "response"};
constexpr Type kHttpType = one_of(kHttpTypeNames);
constexpr std::string_view kHttpMethodNames[] = {"GET",  "PUT",     "POST",    "PATCH", "DELETE",
                                                 "HEAD", "OPTIONS", "CONNECT", "TRACE"};
constexpr Type kHttpMethod = one_of(kHttpMethodNames);
constexpr Field kHttpFields[] = {
    {"type", kHttpType},
    {"method", kHttpMethod},
    {"query", kPlainSchema},
    {"bindingVersion", kString},
};
constexpr Constraint kHttpConstraints[] = {
    {Constraint::Kind::kNeeds, "type", "request", "method"},
};
constexpr Object kHttpObject = [] {
  Object made = binding("an http operation binding", kHttpFields);
  made.constraints = kHttpConstraints;
  return made;
}();
constexpr Type kHttp = object_type(kHttpObject);

constexpr Field kKafkaFields[] = {
    {"groupId", kStringOrSchema},
    {"clientId", kStringOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kKafkaObject = binding("a kafka operation binding", kKafkaFields);
constexpr Type kKafka = object_type(kKafkaObject);

constexpr Field kMqttFields[] = {
    {"qos", kQos},
    {"retain", kBoolean},
    {"messageExpiryInterval", kIntegerOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kMqttObject = binding("an mqtt operation binding", kMqttFields);
constexpr Type kMqtt = object_type(kMqttObject);

constexpr Type kNatsQueue{.shape = Shape::kString, .most = 255};
constexpr Field kNatsFields[] = {
    {"queue", kNatsQueue},
    {"bindingVersion", kString},
};
constexpr Object kNatsObject = binding("a nats operation binding", kNatsFields);
constexpr Type kNats = object_type(kNatsObject);

constexpr std::string_view kSolaceModeNames[] = {"direct", "persistent"};
constexpr Type kSolaceMode = one_of(kSolaceModeNames);
constexpr std::string_view kSolaceAccessNames[] = {"exclusive", "nonexclusive"};
constexpr Type kSolaceAccess = one_of(kSolaceAccessNames);
constexpr std::string_view kSolaceKindNames[] = {"queue", "topic"};
constexpr Type kSolaceKind = one_of(kSolaceKindNames);
constexpr Field kSolaceQueueFields[] = {
    {"name", kString},   {"topicSubscriptions", kStrings}, {"accessType", kSolaceAccess},
    {"maxTtl", kString}, {"maxMsgSpoolUsage", kString},
};
constexpr Object kSolaceQueueObject = binding("a solace queue", kSolaceQueueFields);
constexpr Type kSolaceQueue = object_type(kSolaceQueueObject);
constexpr Field kSolaceTopicFields[] = {{"topicSubscriptions", kStrings}};
constexpr Object kSolaceTopicObject = binding("a solace topic", kSolaceTopicFields);
constexpr Type kSolaceTopic = object_type(kSolaceTopicObject);
constexpr Field kDestinationFields[] = {
    {"destinationType", kSolaceKind}, {"deliveryMode", kSolaceMode},    {"queue", kSolaceQueue},
    {"topic", kSolaceTopic},          {"topicSubscriptions", kStrings}, {"bindingVersion", kString},
};
constexpr Object kDestinationObject = binding("a solace destination", kDestinationFields);
constexpr Type kDestination = object_type(kDestinationObject);
constexpr Type kDestinations = list_of(kDestination);
constexpr Type kSolacePriority{.shape = Shape::kInteger, .minimum = 0, .maximum = 255};
constexpr Field kSolaceFields[] = {
    {"destinations", kDestinations}, {"timeToLive", kIntegerOrSchema},
    {"priority", kSolacePriority},   {"dmqEligible", kBoolean},
    {"bindingVersion", kString},
};
constexpr Object kSolaceObject = binding("a solace operation binding", kSolaceFields);
constexpr Type kSolace = object_type(kSolaceObject);

constexpr Type kConsumers = list_of(kFreeMap, 1);
constexpr Field kSnsFields[] = {
    {"topic", kFreeMap},
    {"consumers", kConsumers, kRequired},
    {"deliveryPolicy", kFreeMap},
    {"bindingVersion", kString},
};
constexpr Object kSnsObject = binding("an sns operation binding", kSnsFields);
constexpr Type kSns = object_type(kSnsObject);

constexpr Type kQueues = list_of(kFreeMap);
constexpr Field kSqsFields[] = {
    {"queues", kQueues, kRequired},
    {"bindingVersion", kString},
};
constexpr Object kSqsObject = binding("an sqs operation binding", kSqsFields);
constexpr Type kSqs = object_type(kSqsObject);

constexpr Field kOperationBindingsFields[] = {
    {"amqp", kAmqp}, {"http", kHttp}, {"kafka", kKafka},   {"mqtt", kMqtt},
    {"nats", kNats}, {"sns", kSns},   {"solace", kSolace}, {"sqs", kSqs},
};

}  // namespace

constexpr Object kOperationBindingsObject =
    bindings(NodeType::kOperationBindings, "a mapping of protocols to operation bindings",
             kOperationBindingsFields);

}  // namespace tizza::spec::asyncapi
