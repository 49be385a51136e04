// https://github.com/asyncapi/bindings, the Channel Binding Object of each protocol.
#include "spec/grammars/asyncapi_bindings.hpp"
#include "spec/grammars/aws_bindings.hpp"
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
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k030, kAllAsyncApi3},
};
constexpr Constraint kAmqpConstraints[] = {
    {Constraint::Kind::kAnyOf, "exchange", {}, "queue", kAllAsyncApi3},
    {Constraint::Kind::kNotTogether, "exchange", {}, "queue", kAllAsyncApi3},
    {Constraint::Kind::kNeeds, "is", "queue", "queue", kAllAsyncApi3},
    {Constraint::Kind::kNeeds, "is", "routingKey", "exchange", kAllAsyncApi3},
};
constexpr Object kAmqpObject = binding("an amqp channel binding", kAmqpFields, kAmqpConstraints);
constexpr Type kAmqp = object_type(kAmqpObject);

constexpr std::string_view kWebSocketMethodNames[] = {"GET", "POST"};
constexpr Type kWebSocketMethod = one_of(kWebSocketMethodNames);
constexpr Field kWebSocketFields[] = {
    {"method", kWebSocketMethod},
    {"query", kPlainSchema},
    {"headers", kPlainSchema},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k010, kAllAsyncApi3},
};
constexpr Object kWebSocketObject = binding("a ws channel binding", kWebSocketFields);
constexpr Type kWebSocket = object_type(kWebSocketObject);

constexpr Type kAtLeastOne{.shape = Shape::kInteger, .minimum = 1};
constexpr Type kAtLeastMinusOne{.shape = Shape::kInteger, .minimum = -1};
constexpr std::string_view kCleanupNames[] = {"compact", "delete"};
constexpr Type kCleanup = one_of(kCleanupNames);
constexpr Type kCleanups = list_of(kCleanup);
constexpr Field kTopicFields[] = {
    {"cleanup.policy", kCleanups},         {"retention.ms", kAtLeastMinusOne},
    {"retention.bytes", kAtLeastMinusOne}, {"delete.retention.ms", kCount},
    {"max.message.bytes", kCount},
};
constexpr Object kTopic040Object = binding("a topic configuration 0.4.0", kTopicFields);
constexpr Type kTopic040 = object_type(kTopic040Object);
constexpr Field kConfluentFields[] = {
    {"confluent.key.schema.validation", kBoolean},
    {"confluent.key.subject.name.strategy", kString},
    {"confluent.value.schema.validation", kBoolean},
    {"confluent.value.subject.name.strategy", kString},
};
constexpr auto kAllTopicFields = joined(kTopicFields, kConfluentFields);
constexpr Object kTopicObject = open_binding("a topic configuration", kAllTopicFields);
constexpr Type kTopic = object_type(kTopicObject);
constexpr Field kKafka030Fields[] = {
    {"topic", kString},
    {"partitions", kAtLeastOne},
    {"replicas", kAtLeastOne},
    {"bindingVersion", kString},
};
constexpr Object kKafka030Object = binding("a kafka channel binding 0.3.0", kKafka030Fields);
constexpr Type kKafka030 = object_type(kKafka030Object);
constexpr Field kTopic040Field[] = {{"topicConfiguration", kTopic040}};
constexpr auto kKafka040Fields = joined(kKafka030Fields, kTopic040Field);
constexpr Object kKafka040Object = binding("a kafka channel binding 0.4.0", kKafka040Fields);
constexpr Type kKafka040 = object_type(kKafka040Object);
constexpr Field kTopicField[] = {{"topicConfiguration", kTopic}};
constexpr auto kKafkaFields = joined(kKafka030Fields, kTopicField);
constexpr Object kKafkaObject = binding("a kafka channel binding", kKafkaFields);
constexpr Type kKafkaLatest = object_type(kKafkaObject);
constexpr Case kKafkaCases[] = {
    {"0.5.0", kKafkaLatest}, {"0.4.0", kKafka040},
    {"0.3.0", kKafka030},    {"*", kKafkaLatest, kAllAsyncApi2},
    {"", kKafkaLatest},
};
constexpr Variant kKafkaVariant = by_version("a kafka channel binding", kKafkaCases);
constexpr Type kKafka = variant_type(kKafkaVariant);

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
    {"destinationType", kIbmMqKind},
    {"queue", kIbmMqQueue},
    {"topic", kIbmMqTopic},
    {"maxMsgLength", kIbmMqLength},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k010, kAllAsyncApi3},
};
constexpr Constraint kIbmMqConstraints[] = {
    {Constraint::Kind::kNotTogether, "queue", {}, "topic"},
    {Constraint::Kind::kNeeds, "destinationType", "queue", "queue"},
    {Constraint::Kind::kExcludes, "destinationType", "topic", "queue"},
};
constexpr Object kIbmMqObject =
    binding("an ibmmq channel binding", kIbmMqFields, kIbmMqConstraints);
constexpr Type kIbmMq = object_type(kIbmMqObject);

constexpr std::string_view kMuleKindNames[] = {"exchange", "queue", "fifo-queue"};
constexpr Type kMuleKind = one_of(kMuleKindNames);
constexpr Field kMuleFields[] = {
    {"destination", kString},
    {"destinationType", kMuleKind},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k001, kAllAsyncApi3},
};
constexpr Object kMuleObject = binding("an anypointmq channel binding", kMuleFields);
constexpr Type kMule = object_type(kMuleObject);

constexpr std::string_view kJmsKindNames[] = {"queue", "fifo-queue"};
constexpr Type kJmsKind = one_of(kJmsKindNames);
constexpr Field kJmsFields[] = {
    {"destination", kString},
    {"destinationType", kJmsKind},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k001, kAllAsyncApi3},
};
constexpr Object kJmsObject = binding("a jms channel binding", kJmsFields);
constexpr Type kJms = object_type(kJmsObject);

constexpr Type kSns = variant_type(kSnsChannelVariant);
constexpr Type kSqs = variant_type(kSqsChannelVariant);

// 0.1.0 named the topic, which 0.2.0 takes from the address of the channel.
constexpr Field kStoragePolicyFields[] = {{"allowedPersistenceRegions", kStrings}};
constexpr Object kStoragePolicyObject = binding("a message storage policy", kStoragePolicyFields);
constexpr Type kStoragePolicy = object_type(kStoragePolicyObject);
constexpr Field kSchemaSettingsFields[] = {
    {"encoding", kString, kRequired},
    {"name", kString, kRequired},
    {"firstRevisionId", kString},
    {"lastRevisionId", kString},
};
constexpr Object kSchemaSettingsObject = open_binding("schema settings", kSchemaSettingsFields);
constexpr Type kSchemaSettings = object_type(kSchemaSettingsObject);
constexpr Field kPubSubBaseFields[] = {
    {"labels", kFreeMap},
    {"messageRetentionDuration", kString},
    {"messageStoragePolicy", kStoragePolicy},
    {"bindingVersion", kString},
};
constexpr Field kPubSub010Own[] = {
    {"topic", kString, kRequired},
    {"schemaSettings", kSchemaSettings, kRequired},
};
constexpr auto kPubSub010Fields = joined(kPubSubBaseFields, kPubSub010Own);
constexpr Object kPubSub010Object =
    binding("a googlepubsub channel binding 0.1.0", kPubSub010Fields);
constexpr Type kPubSub010 = object_type(kPubSub010Object);
constexpr Field kPubSubOwn[] = {{"schemaSettings", kSchemaSettings, kRequired}};
constexpr auto kPubSubFields = joined(kPubSubBaseFields, kPubSubOwn);
constexpr Object kPubSubObject = binding("a googlepubsub channel binding", kPubSubFields);
constexpr Type kPubSubLatest = object_type(kPubSubObject);
constexpr Field kAnyPubSubOwn[] = {{"topic", kString}, {"schemaSettings", kSchemaSettings}};
constexpr auto kAnyPubSubFields = joined(kPubSubBaseFields, kAnyPubSubOwn);
constexpr Object kAnyPubSubObject = binding("a googlepubsub channel binding", kAnyPubSubFields);
constexpr Type kAnyPubSub = object_type(kAnyPubSubObject);
constexpr Case kPubSubCases[] = {
    {"0.2.0", kPubSubLatest},           {"0.1.0", kPubSub010, kAllAsyncApi2},
    {"*", kAnyPubSub, kAllAsyncApi2},   {"", kAnyPubSub, kAllAsyncApi2},
    {"", kPubSubLatest, kAllAsyncApi3},
};
constexpr Variant kPubSubVariant = by_version("a googlepubsub channel binding", kPubSubCases);
constexpr Type kPubSub = variant_type(kPubSubVariant);

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
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", k010, kAllAsyncApi3},
};
constexpr Object kPulsarObject = binding("a pulsar channel binding", kPulsarFields);
constexpr Type kPulsar = object_type(kPulsarObject);

constexpr Field kChannelBindingsFields[] = {
    {"http", kReserved},  {"ws", kWebSocket},
    {"kafka", kKafka},    {"anypointmq", kMule},
    {"amqp", kAmqp},      {"amqp1", kReserved},
    {"mqtt", kReserved},  {"mqtt5", kReserved},
    {"nats", kReserved},  {"jms", kJms},
    {"sns", kSns},        {"solace", kReserved},
    {"sqs", kSqs},        {"stomp", kReserved},
    {"redis", kReserved}, {"mercure", kReserved},
    {"ibmmq", kIbmMq},    {"googlepubsub", kPubSub},
    {"pulsar", kPulsar},  {"ros2", kReserved, Version::kAsyncApi31},
};
constexpr std::string_view kName = "a mapping of protocols to channel bindings";

}  // namespace

constexpr Object kChannelBindings2Object =
    bindings2(NodeType::kChannelBindings, kName, kChannelBindingsFields);
constexpr Object kChannelBindings3Object =
    bindings3(NodeType::kChannelBindings, kName, kChannelBindingsFields);

}  // namespace tizza::spec::asyncapi
