// https://github.com/asyncapi/bindings, sns and sqs. Their objects are open where the official
// schemas leave them open: AWS adds attributes now and then.
#include "spec/grammars/aws_bindings.hpp"

#include "spec/grammars/binding_types.hpp"

namespace tizza::spec::asyncapi {
namespace {

// Policies. Who is allowed (the principal) was a text or a list of texts, and has a kind since SNS
// 0.2.0 and SQS 0.3.0.

constexpr const Type* kStringOrStringsChoices[] = {&kString, &kStrings};
constexpr Type kStringOrStrings = either(kStringOrStringsChoices);
constexpr std::string_view kEffectNames[] = {"Allow", "Deny"};
constexpr Type kEffect = one_of(kEffectNames);

constexpr Field kOldStatementFields[] = {
    {"effect", kEffect, kRequired},
    {"principal", kStringOrStrings, kRequired},
    {"action", kStringOrStrings, kRequired},
};
constexpr Object kOldStatementObject = open_binding("a policy statement", kOldStatementFields);
constexpr Type kOldStatement = object_type(kOldStatementObject);
constexpr Type kOldStatements = list_of(kOldStatement);
constexpr Field kOldPolicyFields[] = {{"statements", kOldStatements, kRequired}};
constexpr Object kOldPolicyObject = open_binding("an access policy", kOldPolicyFields);
constexpr Type kOldPolicy = object_type(kOldPolicyObject);

constexpr Field kAwsPrincipalFields[] = {{"AWS", kStringOrStrings, kRequired}};
constexpr Object kAwsPrincipalObject = [] {
  Object made = binding("an AWS principal", kAwsPrincipalFields);
  made.extensions = false;
  return made;
}();
constexpr Type kAwsPrincipal = object_type(kAwsPrincipalObject);
constexpr Field kServicePrincipalFields[] = {{"Service", kStringOrStrings, kRequired}};
constexpr Object kServicePrincipalObject = [] {
  Object made = binding("a principal", kServicePrincipalFields);
  made.extensions = false;
  return made;
}();
constexpr Type kServicePrincipal = object_type(kServicePrincipalObject);
constexpr Case kPrincipalCases[] = {{"*", kAwsPrincipal}};
constexpr Variant kPrincipalVariant = {.name = "a principal",
                                       .field = "AWS",
                                       .cases = kPrincipalCases,
                                       .fallback = &kServicePrincipal};
constexpr Type kKindOfPrincipal = variant_type(kPrincipalVariant);
constexpr const Type* kPrincipalChoices[] = {&kString, &kKindOfPrincipal};
constexpr Type kPrincipal = either(kPrincipalChoices);
constexpr Type kConditionValues = map_of(kStringOrStrings);
constexpr Type kConditions = map_of(kConditionValues);
constexpr Field kStatementFields[] = {
    {"effect", kEffect, kRequired},
    {"principal", kPrincipal, kRequired},
    {"action", kStringOrStrings, kRequired},
    {"resource", kStringOrStrings},
    {"condition", kConditions},
};
constexpr Object kStatementObject = open_binding("a policy statement", kStatementFields);
constexpr Type kStatement = object_type(kStatementObject);
constexpr Type kStatements = list_of(kStatement);
constexpr Field kPolicyFields[] = {{"statements", kStatements, kRequired}};
constexpr Object kPolicyObject = open_binding("an access policy", kPolicyFields);
constexpr Type kPolicy = object_type(kPolicyObject);

// What SNS and SQS name something by.

constexpr Field kIdentifierFields[] = {
    {"url", kString}, {"email", kString}, {"phone", kString}, {"arn", kString}, {"name", kString},
};
constexpr Object kIdentifierObject = open_binding("an identifier", kIdentifierFields);
constexpr Type kIdentifier = object_type(kIdentifierObject);
constexpr Field kRedriveFields[] = {
    {"deadLetterQueue", kIdentifier, kRequired},
    {"maxReceiveCount", kInteger},
};
constexpr Object kRedriveObject = open_binding("a redrive policy", kRedriveFields);
constexpr Type kRedrive = object_type(kRedriveObject);

// SNS.

constexpr std::string_view kOrderingNames[] = {"standard", "FIFO"};
constexpr Type kOrderingName = one_of(kOrderingNames);
constexpr Field kOrderingFields[] = {
    {"type", kOrderingName, kRequired},
    {"contentBasedDeduplication", kBoolean},
};
constexpr Object kOrderingObject = open_binding("an ordering", kOrderingFields);
constexpr Type kOrdering = object_type(kOrderingObject);

constexpr Field kSnsChannelFields[] = {
    {"name", kString, kRequired},
    {"ordering", kOrdering},
    {"tags", kFreeMap},
    {"bindingVersion", kString},
};
constexpr Field kOldPolicyField[] = {{"policy", kOldPolicy}};
constexpr Field kPolicyField[] = {{"policy", kPolicy}};
constexpr auto kSnsOldFields = joined(kSnsChannelFields, kOldPolicyField);
constexpr auto kSnsFields = joined(kSnsChannelFields, kPolicyField);
constexpr Object kSnsOldObject = binding("an sns channel binding 0.1.0", kSnsOldFields);
constexpr Type kSnsOld = object_type(kSnsOldObject);
constexpr Object kSnsObject = binding("an sns channel binding", kSnsFields);
constexpr Type kSns = object_type(kSnsObject);
constexpr Case kSnsCases[] = {
    {"0.2.0", kSns}, {"0.1.0", kSnsOld}, {"latest", kSns}, {"*", kSns, kAllAsyncApi2}, {"", kSns},
};

constexpr std::string_view kBackoffNames[] = {"arithmetic", "exponential", "geometric", "linear"};
constexpr Type kBackoff = one_of(kBackoffNames);
constexpr Field kDeliveryFields[] = {
    {"minDelayTarget", kInteger},     {"maxDelayTarget", kInteger},
    {"numRetries", kInteger},         {"numNoDelayRetries", kInteger},
    {"numMinDelayRetries", kInteger}, {"numMaxDelayRetries", kInteger},
    {"backoffFunction", kBackoff},    {"maxReceivesPerSecond", kInteger},
};
constexpr Object kDeliveryObject = open_binding("a delivery policy", kDeliveryFields);
constexpr Type kDelivery = object_type(kDeliveryObject);
constexpr const Type* kFilterChoices[] = {&kStrings, &kString, &kFreeMap};
constexpr Type kFilter = either(kFilterChoices);
constexpr Type kFilters = map_of(kFilter);
constexpr std::string_view kFilterScopeNames[] = {"MessageAttributes", "MessageBody"};
constexpr Type kFilterScope = one_of(kFilterScopeNames);
constexpr std::string_view kProtocolNames[] = {"http", "https",       "email",  "email-json", "sms",
                                               "sqs",  "application", "lambda", "firehose"};
constexpr Type kProtocol = one_of(kProtocolNames);
constexpr Field kConsumerFields[] = {
    {"protocol", kProtocol, kRequired},
    {"endpoint", kIdentifier, kRequired},
    {"filterPolicy", kFilters},
    {"filterPolicyScope", kFilterScope},
    {"rawMessageDelivery", kBoolean, kRequired},
    {"redrivePolicy", kRedrive},
    {"deliveryPolicy", kDelivery},
    {"displayName", kString},
};
constexpr Object kConsumerObject = open_binding("a consumer", kConsumerFields);
constexpr Type kConsumer = object_type(kConsumerObject);
constexpr Type kConsumers = list_of(kConsumer, 1);
constexpr std::string_view kSnsVersionNames[] = {"0.1.0", "0.2.0", "latest"};
constexpr Type kSnsVersion = one_of(kSnsVersionNames);
constexpr Field kSnsOperationFields[] = {
    {"topic", kIdentifier},
    {"consumers", kConsumers, kRequired},
    {"deliveryPolicy", kDelivery},
    {"bindingVersion", kString, kAllAsyncApi2},
    {"bindingVersion", kSnsVersion, kAllAsyncApi3},
};

// SQS. An operation may name queues that it does not define.

constexpr std::string_view kDeduplicationNames[] = {"queue", "messageGroup"};
constexpr Type kDeduplication = one_of(kDeduplicationNames);
constexpr std::string_view kThroughputNames[] = {"perQueue", "perMessageGroupId"};
constexpr Type kThroughput = one_of(kThroughputNames);
constexpr Type kDeliveryDelay{.shape = Shape::kInteger, .minimum = 0, .maximum = 900};
constexpr Type kVisibility{.shape = Shape::kInteger, .minimum = 0, .maximum = 43200};
constexpr Type kRetention{.shape = Shape::kInteger, .minimum = 60, .maximum = 1209600};
constexpr Field kQueueFields[] = {
    {"name", kString, kRequired},
    {"deduplicationScope", kDeduplication},
    {"fifoThroughputLimit", kThroughput},
    {"deliveryDelay", kDeliveryDelay},
    {"visibilityTimeout", kVisibility},
    {"receiveMessageWaitTime", kInteger},
    {"messageRetentionPeriod", kRetention},
    {"redrivePolicy", kRedrive},
    {"tags", kFreeMap},
};
constexpr Field kDefinedFields[] = {{"fifoQueue", kBoolean, kRequired}, {"policy", kPolicy}};
constexpr Field kOldDefinedFields[] = {{"fifoQueue", kBoolean, kRequired}, {"policy", kOldPolicy}};
constexpr Field kNamedFields[] = {{"$ref", kString}, {"fifoQueue", kBoolean}, {"policy", kPolicy}};
constexpr Field kOldNamedFields[] = {
    {"$ref", kString}, {"fifoQueue", kBoolean}, {"policy", kOldPolicy}};

constexpr auto kDefinedQueueFields = joined(kQueueFields, kDefinedFields);
constexpr Object kDefinedQueueObject = open_binding("a queue", kDefinedQueueFields);
constexpr Type kDefinedQueue = object_type(kDefinedQueueObject);
constexpr auto kOldDefinedQueueFields = joined(kQueueFields, kOldDefinedFields);
constexpr Object kOldDefinedQueueObject = open_binding("a queue", kOldDefinedQueueFields);
constexpr Type kOldDefinedQueue = object_type(kOldDefinedQueueObject);
constexpr auto kNamedQueueFields = joined(kQueueFields, kNamedFields);
constexpr Object kNamedQueueObject = open_binding("a queue", kNamedQueueFields);
constexpr Type kNamedQueue = object_or_reference(kNamedQueueObject);
constexpr Type kNamedQueues = list_of(kNamedQueue);
constexpr auto kOldNamedQueueFields = joined(kQueueFields, kOldNamedFields);
constexpr Object kOldNamedQueueObject = open_binding("a queue", kOldNamedQueueFields);
constexpr Type kOldNamedQueue = object_or_reference(kOldNamedQueueObject);
constexpr Type kOldNamedQueues = list_of(kOldNamedQueue);

constexpr Field kSqsChannelFields[] = {
    {"queue", kDefinedQueue, kRequired},
    {"deadLetterQueue", kDefinedQueue},
    {"bindingVersion", kString},
};
constexpr Object kSqsChannelObject = binding("an sqs channel binding", kSqsChannelFields);
constexpr Type kSqsChannel = object_type(kSqsChannelObject);
constexpr Field kSqsOldChannelFields[] = {
    {"queue", kOldDefinedQueue, kRequired},
    {"deadLetterQueue", kOldDefinedQueue},
    {"bindingVersion", kString},
};
constexpr Object kSqsOldChannelObject =
    binding("an sqs channel binding of this version", kSqsOldChannelFields);
constexpr Type kSqsOldChannel = object_type(kSqsOldChannelObject);
constexpr Case kSqsChannelCases[] = {
    {"0.3.0", kSqsChannel},  {"0.2.0", kSqsOldChannel}, {"0.1.0", kSqsOldChannel},
    {"latest", kSqsChannel}, {"", kSqsChannel},         {"*", kSqsChannel, kAllAsyncApi2},
};

constexpr Field kSqsOperationFields[] = {
    {"queues", kNamedQueues, kRequired},
    {"bindingVersion", kString},
};
constexpr Object kSqsOperationObject = binding("an sqs operation binding", kSqsOperationFields);
constexpr Type kSqsOperation = object_type(kSqsOperationObject);
constexpr Field kSqsOldOperationFields[] = {
    {"queues", kOldNamedQueues, kRequired},
    {"bindingVersion", kString},
};
constexpr Object kSqsOldOperationObject =
    binding("an sqs operation binding of this version", kSqsOldOperationFields);
constexpr Type kSqsOldOperation = object_type(kSqsOldOperationObject);
constexpr Case kSqsOperationCases[] = {
    {"0.3.0", kSqsOperation},  {"0.2.0", kSqsOldOperation}, {"0.1.0", kSqsOldOperation},
    {"latest", kSqsOperation}, {"", kSqsOperation},         {"*", kSqsOperation, kAllAsyncApi2},
};

}  // namespace

constexpr Variant kSnsChannelVariant = by_version("an sns channel binding", kSnsCases);
constexpr Object kSnsOperationObject = binding("an sns operation binding", kSnsOperationFields);
constexpr Variant kSqsChannelVariant = by_version("an sqs channel binding", kSqsChannelCases);
constexpr Variant kSqsOperationVariant = by_version("an sqs operation binding", kSqsOperationCases);

}  // namespace tizza::spec::asyncapi
