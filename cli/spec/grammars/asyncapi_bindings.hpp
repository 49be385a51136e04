#pragma once
#include "spec/grammar.hpp"

/// What AsyncAPI lets a protocol say about servers, channels, operations and messages. The fields
/// of all versions of a binding stand in one table, since few documents name the version that they
/// follow and a missing `bindingVersion` means the latest.
namespace tizza::spec::asyncapi {

extern const Object kServerBindingsObject;
extern const Object kChannelBindingsObject;
extern const Object kOperationBindingsObject;
extern const Object kMessageBindingsObject;

}  // namespace tizza::spec::asyncapi
