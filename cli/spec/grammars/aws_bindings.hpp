#pragma once
#include "spec/grammar.hpp"

/// The bindings of SNS and SQS, which share access policies and queues.
namespace tizza::spec::asyncapi {

extern const Variant kSnsChannelVariant;
extern const Object kSnsOperationObject;
extern const Variant kSqsChannelVariant;
extern const Variant kSqsOperationVariant;

}  // namespace tizza::spec::asyncapi
