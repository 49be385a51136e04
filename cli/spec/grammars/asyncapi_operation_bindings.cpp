// https://github.com/asyncapi/bindings, the Operation Binding Object of each protocol.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/aws_bindings.hpp"
#include "spec/grammars/binding_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Type kDeliveryMode{.shape = Shape::kInteger, .minimum = 1, .maximum = 2};
constexpr Field kAmqpFields[] = {
    {"expiration", kCount},      {"userId", kString},     {"cc", kStrings},
    {"priority", kInteger},      {"mandatory", kBoolean}, {"deliveryMode", kDeliveryMode},
    {"bcc", kStrings},           {"timestamp", kBoolean}, {"ack", kBoolean},
    {"bindingVersion", kString},
};
constexpr Object kAmqpObject = binding("an amqp operation binding", kAmqpFields);
constexpr Type kAmqpLatest = object_type(kAmqpObject);
constexpr Field kReplyToField[] = {{"replyTo", kString}};
constexpr auto kAmqpOldFields = joined(kAmqpFields, kReplyToField);
constexpr Object kAmqpOldObject = binding("an amqp operation binding", kAmqpOldFields);
constexpr Type kAmqpOld = object_type(kAmqpOldObject);
constexpr Case kAmqpCases[] = {
    {"0.3.0", kAmqpLatest},
    {"*", kAmqpOld, kAllAsyncApi2},
    {"", kAmqpOld, kAllAsyncApi2},
    {"", kAmqpLatest, kAllAsyncApi3},
};
constexpr Variant kAmqpVariant = by_version("an amqp operation binding", kAmqpCases);
constexpr Type kAmqp = variant_type(kAmqpVariant);

constexpr std::string_view kHttpTypeNames[] = {"request", "response"};
constexpr Type kHttpType = one_of(kHttpTypeNames);
constexpr std::string_view kHttpMethodNames[] = {"GET",  "PUT",     "POST",    "PATCH", "DELETE",
                                                 "HEAD", "OPTIONS", "CONNECT", "TRACE"};
constexpr Type kHttpMethod = one_of(kHttpMethodNames);
constexpr Field kHttpFields[] = {
    {"method", kHttpMethod},
    {"query", kPlainSchema},
    {"bindingVersion", kString},
};
constexpr Object kHttpObject = binding("an http operation binding", kHttpFields);
constexpr Type kHttpLatest = object_type(kHttpObject);
constexpr Constraint kHttpConstraints[] = {
    {Constraint::Kind::kNeeds, "type", "request", "method"},
};
// 0.1.0 told requests from responses.
constexpr Field kHttpTypeField[] = {{"type", kHttpType, kRequired}};
constexpr auto kHttp010Fields = joined(kHttpFields, kHttpTypeField);
constexpr Object kHttp010Object =
    binding("an http operation binding 0.1.0", kHttp010Fields, kHttpConstraints);
constexpr Type kHttp010 = object_type(kHttp010Object);
constexpr Field kAnyHttpTypeField[] = {{"type", kHttpType}};
constexpr auto kAnyHttpFields = joined(kHttpFields, kAnyHttpTypeField);
constexpr Object kAnyHttpObject =
    binding("an http operation binding", kAnyHttpFields, kHttpConstraints);
constexpr Type kAnyHttp = object_type(kAnyHttpObject);
constexpr Case kHttpCases[] = {
    {"0.3.0", kHttpLatest},
    {"0.2.0", kHttpLatest},
    {"0.1.0", kHttp010, kAllAsyncApi2},
    {"*", kAnyHttp, kAllAsyncApi2},
    {"", kAnyHttp, kAllAsyncApi2},
    {"", kHttpLatest, kAllAsyncApi3},
};
constexpr Variant kHttpVariant = by_version("an http operation binding", kHttpCases);
constexpr Type kHttp = variant_type(kHttpVariant);

constexpr Field kKafkaFields[] = {
    {"groupId", kStringOrSchema, kAllAsyncApi2},  {"groupId", kSchema, kAllAsyncApi3},
    {"clientId", kStringOrSchema, kAllAsyncApi2}, {"clientId", kSchema, kAllAsyncApi3},
    {"bindingVersion", kString, kAllAsyncApi2},   {"bindingVersion", k030To050, kAllAsyncApi3},
};
constexpr Object kKafkaObject = binding("a kafka operation binding", kKafkaFields);
constexpr Type kKafka = object_type(kKafkaObject);

constexpr Field kMqttOldFields[] = {
    {"qos", kQos},
    {"retain", kBoolean},
    {"bindingVersion", kString},
};
constexpr Object kMqttOldObject = binding("an mqtt operation binding 0.1.0", kMqttOldFields);
constexpr Type kMqttOld = object_type(kMqttOldObject);
constexpr Type kExpiry{.shape = Shape::kInteger, .minimum = 0, .maximum = 4294967295};
constexpr const Type* kExpiryChoices[] = {&kExpiry, &kPlainSchema};
constexpr Type kExpiryOrSchema = either(kExpiryChoices);
constexpr Field kMqttFields[] = {
    {"qos", kQos},
    {"retain", kBoolean},
    {"messageExpiryInterval", kExpiryOrSchema},
    {"bindingVersion", kString},
};
constexpr Object kMqttObject = binding("an mqtt operation binding", kMqttFields);
constexpr Type kMqttLatest = object_type(kMqttObject);
constexpr Case kMqttCases[] = {
    {"0.2.0", kMqttLatest},
    {"0.1.0", kMqttOld, kAllAsyncApi2},
    {"*", kMqttLatest, kAllAsyncApi2},
    {"", kMqttLatest},
};
constexpr Variant kMqttVariant = by_version("an mqtt operation binding", kMqttCases);
constexpr Type kMqtt = variant_type(kMqttVariant);

constexpr Type kNatsQueue{.shape = Shape::kString, .most = 255};
constexpr Field kNatsFields[] = {
    {"queue", kNatsQueue},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k010, kAllAsyncApi3},
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
constexpr Field kSolaceOldFields[] = {
    {"destinations", kDestinations},
    {"bindingVersion", kString},
};
constexpr Object kSolaceOldObject =
    binding("a solace operation binding of this version", kSolaceOldFields);
constexpr Type kSolaceOld = object_type(kSolaceOldObject);
constexpr Field kSolaceNewerFields[] = {
    {"timeToLive", kIntegerOrSchema},
    {"priority", kSolacePriority},
    {"dmqEligible", kBoolean},
};
constexpr auto kSolaceFields = joined(kSolaceOldFields, kSolaceNewerFields);
constexpr Object kSolaceObject = binding("a solace operation binding", kSolaceFields);
constexpr Type kSolaceLatest = object_type(kSolaceObject);
constexpr Case kSolaceCases[] = {
    {"0.4.0", kSolaceLatest}, {"0.3.0", kSolaceOld},
    {"0.2.0", kSolaceOld},    {"*", kSolaceLatest, kAllAsyncApi2},
    {"", kSolaceLatest},
};
constexpr Variant kSolaceVariant = by_version("a solace operation binding", kSolaceCases);
constexpr Type kSolace = variant_type(kSolaceVariant);

constexpr Type kSns = object_type(kSnsOperationObject);
constexpr Type kSqs = variant_type(kSqsOperationVariant);

// The official schema misspells `reliable`.
constexpr std::string_view kDurabilityNames[] = {"transient_local", "volatile"};
constexpr Type kDurability = one_of(kDurabilityNames);
constexpr std::string_view kHistoryNames[] = {"keep_last", "keep_all", "unknown"};
constexpr Type kHistory = one_of(kHistoryNames);
constexpr std::string_view kLivelinessNames[] = {"automatic", "manual"};
constexpr Type kLiveliness = one_of(kLivelinessNames);
constexpr std::string_view kReliabilityNames[] = {"best_effort", "reliable", "realiable"};
constexpr Type kReliability = one_of(kReliabilityNames);
constexpr Field kQosPoliciesFields[] = {
    {"deadline", kInteger},        {"durability", kDurability}, {"history", kHistory},
    {"leaseDuration", kInteger},   {"lifespan", kInteger},      {"liveliness", kLiveliness},
    {"reliability", kReliability},
};
constexpr Object kQosPoliciesObject = open_binding("QoS policies", kQosPoliciesFields);
constexpr Type kQosPolicies = object_type(kQosPoliciesObject);
constexpr std::string_view kRos2RoleNames[] = {"publisher",  "action_client", "service_client",
                                               "subscriber", "action_server", "service_server"};
constexpr Type kRos2Role = one_of(kRos2RoleNames);
constexpr Field kRos2Fields[] = {
    {"role", kRos2Role, kRequired},
    {"node", kString, kRequired},
    {"qosPolicies", kQosPolicies},
    {"bindingVersion", k010},
};
constexpr Object kRos2Object = binding("a ros2 operation binding", kRos2Fields);
constexpr Type kRos2 = object_type(kRos2Object);

constexpr Field kOperationBindingsFields[] = {
    {"http", kHttp},       {"ws", kReserved},
    {"kafka", kKafka},     {"anypointmq", kReserved},
    {"amqp", kAmqp},       {"amqp1", kReserved},
    {"mqtt", kMqtt},       {"mqtt5", kReserved},
    {"nats", kNats},       {"jms", kReserved},
    {"sns", kSns},         {"solace", kSolace},
    {"sqs", kSqs},         {"stomp", kReserved},
    {"redis", kReserved},  {"mercure", kReserved},
    {"ibmmq", kReserved},  {"googlepubsub", kReserved},
    {"pulsar", kReserved}, {"ros2", kRos2, Version::kAsyncApi31},
};
constexpr std::string_view kName = "a mapping of protocols to operation bindings";

}  // namespace

constexpr Object kOperationBindings2Object =
    bindings2(NodeType::kOperationBindings, kName, kOperationBindingsFields);
constexpr Object kOperationBindings3Object =
    bindings3(NodeType::kOperationBindings, kName, kOperationBindingsFields);

}  // namespace tizza::spec::asyncapi
