// https://github.com/asyncapi/bindings, the Channel Binding Object of each protocol.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/binding_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

constexpr Type kAmqpName{.shape = Shape::kString, .most = 255};
constexpr std::string_view kExchangeTypeNames[] = {"topic", "direct", "fanout", "default",
                                                   "headers"};
constexpr Type kExchangeType = one_of(kExchangeTypeNames);
constexpr Field kExchangeFields[] = {
    {"name", kAmqpName},      {"type", kExchangeType}, {"durable", kBoolean},
    {"autoDelete", kBoolean}, {"vhost", kString},
};
constexpr Object kExchangeObject = binding("an exchange", kExchangeFields);
constexpr Type kExchange = object_type(kExchangeObject);
constexpr Field kAmqpQueueFields[] = {
    {"name", kAmqpName},      {"durable", kBoolean}, {"exclusive", kBoolean},
    {"autoDelete", kBoolean}, {"vhost", kString},
};
constexpr Object kAmqpQueueObject = binding("a queue", kAmqpQueueFields);
constexpr Type kAmqpQueue = object_type(kAmqpQueueObject);
constexpr std::string_view kAmqpKindNames[] = {"queue", "routingKey"};
constexpr Type kAmqpKind = one_of(kAmqpKindNames);
constexpr Field kAmqpFields[] = {
    {"is", kAmqpKind},
    {"exchange", kExchange},
    {"queue", kAmqpQueue},
    {"bindingVersion", kString},
};
constexpr Object kAmqpObject = binding("an amqp channel binding", kAmqpFields);
constexpr Type kAmqp = object_type(kAmqpObject);

constexpr std::string_view kWebSocketMethodNames[] = {"GET", "POST"};
constexpr Type kWebSocketMethod = one_of(kWebSocketMethodNames);
constexpr Field kWebSocketFields[] = {
    {"method", kWebSocketMethod},
    {"query", kPlainSchema},
    {"headers", kPlainSchema},
    {"bindingVersion", kString},
};
constexpr Object kWebSocketObject = binding("a ws channel binding", kWebSocketFields);
constexpr Type kWebSocket = object_type(kWebSocketObject);

constexpr Type kAtLeastOne{.shape = Shape::kInteger, .minimum = 1};
constexpr Type kAtLeastMinusOne{.shape = Shape::kInteger, .minimum = -1};
constexpr std::string_view kCleanupNames[] = {"compact", "delete"};
constexpr Type kCleanup = one_of(kCleanupNames);
constexpr Type kCleanups = list_of(kCleanup);
constexpr Field kTopicFields[] = {
    {"cleanup.policy", kCleanups},
    {"retention.ms", kAtLeastMinusOne},
    {"retention.bytes", kAtLeastMinusOne},
    {"delete.retention.ms", kCount},
    {"max.message.bytes", kCount},
    {"confluent.key.schema.validation", kBoolean},
    {"confluent.key.subject.name.strategy", kString},
    {"confluent.value.schema.validation", kBoolean},
    {"confluent.value.subject.name.strategy", kString},
};
constexpr Object kTopicObject = [] {
  Object made = binding("a topic configuration", kTopicFields);
  made.open = true;
  return made;
}();
constexpr Type kTopic = object_type(kTopicObject);
constexpr Field kKafkaFields[] = {
    {"topic", kString},          {"partitions", kAtLeastOne},
    {"replicas", kAtLeastOne},   {"topicConfiguration", kTopic},
    {"bindingVersion", kString},
};
constexpr Object kKafkaObject = binding("a kafka channel binding", kKafkaFields);
constexpr Type kKafka = object_type(kKafkaObject);

constexpr Type kIbmMqName{.shape = Shape::kString, .most = 48};
constexpr Type kIbmMqTopicText{.shape = Shape::kString, .most = 10240};
constexpr Type kIbmMqLength{.shape = Shape::kInteger, .minimum = 0, .maximum = 104857600};
constexpr std::string_view kIbmMqKindNames[] = {"topic", "queue"};
constexpr Type kIbmMqKind = one_of(kIbmMqKindNames);
constexpr Field kIbmMqQueueFields[] = {
    {"objectName", kIbmMqName, kRequired},
    {"isPartitioned", kBoolean},
    {"exclusive", kBoolean},
};
constexpr Object kIbmMqQueueObject = binding("an ibmmq queue", kIbmMqQueueFields);
constexpr Type kIbmMqQueue = object_type(kIbmMqQueueObject);
constexpr Field kIbmMqTopicFields[] = {
    {"string", kIbmMqTopicText},
    {"objectName", kIbmMqName},
    {"durablePermitted", kBoolean},
    {"lastMsgRetained", kBoolean},
};
constexpr Object kIbmMqTopicObject = binding("an ibmmq topic", kIbmMqTopicFields);
constexpr Type kIbmMqTopic = object_type(kIbmMqTopicObject);
constexpr Field kIbmMqFields[] = {
    {"destinationType", kIbmMqKind}, {"queue", kIbmMqQueue},      {"topic", kIbmMqTopic},
    {"maxMsgLength", kIbmMqLength},  {"bindingVersion", kString},
};
constexpr Constraint kIbmMqConstraints[] = {
    {Constraint::Kind::kNotTogether, "queue", {}, "topic"},
    {Constraint::Kind::kNeeds, "destinationType", "queue", "queue"},
    {Constraint::Kind::kExcludes, "destinationType", "topic", "queue"},
};
constexpr Object kIbmMqObject = [] {
  Object made = binding("an ibmmq channel binding", kIbmMqFields);
  made.constraints = kIbmMqConstraints;
  return made;
}();
constexpr Type kIbmMq = object_type(kIbmMqObject);

constexpr std::string_view kMuleKindNames[] = {"exchange", "queue", "fifo-queue"};
constexpr Type kMuleKind = one_of(kMuleKindNames);
constexpr Field kMuleFields[] = {
    {"destination", kString},
    {"destinationType", kMuleKind},
    {"bindingVersion", kString},
};
constexpr Object kMuleObject = binding("an anypointmq channel binding", kMuleFields);
constexpr Type kMule = object_type(kMuleObject);

constexpr std::string_view kJmsKindNames[] = {"queue", "fifo-queue"};
constexpr Type kJmsKind = one_of(kJmsKindNames);
constexpr Field kJmsFields[] = {
    {"destination", kString},
    {"destinationType", kJmsKind},
    {"bindingVersion", kString},
};
constexpr Object kJmsObject = binding("a jms channel binding", kJmsFields);
constexpr Type kJms = object_type(kJmsObject);

constexpr Field kSnsFields[] = {
    {"name", kString, kRequired}, {"ordering", kFreeMap},      {"policy", kFreeMap},
    {"tags", kFreeMap},           {"bindingVersion", kString},
};
constexpr Object kSnsObject = binding("an sns channel binding", kSnsFields);
constexpr Type kSns = object_type(kSnsObject);

constexpr Field kSqsFields[] = {
    {"queue", kFreeMap, kRequired},
    {"deadLetterQueue", kFreeMap},
    {"bindingVersion", kString},
};
constexpr Object kSqsObject = binding("an sqs channel binding", kSqsFields);
constexpr Type kSqs = object_type(kSqsObject);

constexpr Field kPubSubFields[] = {
    {"topic", kString},
    {"labels", kFreeMap},
    {"messageRetentionDuration", kString},
    {"schemaSettings", kFreeMap},
    {"messageStoragePolicy", kFreeMap},
    {"bindingVersion", kString},
};
constexpr Object kPubSubObject = binding("a googlepubsub channel binding", kPubSubFields);
constexpr Type kPubSub = object_type(kPubSubObject);

constexpr std::string_view kPersistenceNames[] = {"persistent", "non-persistent"};
constexpr Type kPersistence = one_of(kPersistenceNames);
constexpr Field kRetentionFields[] = {{"time", kCount}, {"size", kCount}};
constexpr Object kRetentionObject = binding("a retention", kRetentionFields);
constexpr Type kRetention = object_type(kRetentionObject);
constexpr Field kPulsarFields[] = {
    {"namespace", kString, kRequired},
    {"persistence", kPersistence, kRequired},
    {"compaction", kCount},
    {"geo-replication", kStrings},
    {"retention", kRetention},
    {"ttl", kInteger},
    {"deduplication", kBoolean},
    {"bindingVersion", kString},
};
constexpr Object kPulsarObject = binding("a pulsar channel binding", kPulsarFields);
constexpr Type kPulsar = object_type(kPulsarObject);

constexpr Field kChannelBindingsFields[] = {
    {"amqp", kAmqp},           {"ws", kWebSocket},  {"kafka", kKafka}, {"ibmmq", kIbmMq},
    {"anypointmq", kMule},     {"jms", kJms},       {"sns", kSns},     {"sqs", kSqs},
    {"googlepubsub", kPubSub}, {"pulsar", kPulsar},
};

}  // namespace

constexpr Object kChannelBindingsObject =
    bindings(NodeType::kChannelBindings, "a mapping of protocols to channel bindings",
             kChannelBindingsFields);

}  // namespace tizza::spec::asyncapi
