#pragma once
#include "spec/grammar.hpp"

/// What AsyncAPI lets a protocol say about servers, channels, operations and messages. Where the
/// versions of a binding differ, `bindingVersion` decides. Without one the latest is meant; in
/// AsyncAPI 2, whose documents rarely name the one that they follow, the fields of all are allowed.
namespace tizza::spec::asyncapi {

// AsyncAPI 2 lets protocols through that it does not know.
extern const Object kServerBindings2Object;
extern const Object kChannelBindings2Object;
extern const Object kOperationBindings2Object;
extern const Object kMessageBindings2Object;

extern const Object kServerBindings3Object;
extern const Object kChannelBindings3Object;
extern const Object kOperationBindings3Object;
extern const Object kMessageBindings3Object;

}  // namespace tizza::spec::asyncapi
