#pragma once
#include "spec/grammars/asyncapi_schema.hpp"
#include "spec/grammars/common.hpp"

/// Types and helpers that the four tables of bindings share.
namespace tizza::spec::asyncapi {

/// A binding of one protocol: a closed object.
constexpr Object binding(std::string_view name, std::span<const Field> fields) {
  return object(NodeType::kNone, name, fields);
}

/// A protocol whose binding is reserved and has no fields yet, or one that nobody defined.
inline constexpr Type kReserved{};

inline constexpr Type kStrings = list_of(kString);
inline constexpr Type kNames = map_of(kString);
inline constexpr Type kFreeMap = map_of(kAny);

inline constexpr const Type* kIntegerOrSchemaChoices[] = {&kInteger, &kPlainSchema};
inline constexpr Type kIntegerOrSchema = either(kIntegerOrSchemaChoices);
inline constexpr const Type* kStringOrSchemaChoices[] = {&kString, &kPlainSchema};
inline constexpr Type kStringOrSchema = either(kStringOrSchemaChoices);

inline constexpr Type kQos{.shape = Shape::kInteger, .minimum = 0, .maximum = 2};

/// All protocols of one place; others are let through. The whole may be a reference.
constexpr Object bindings(NodeType type, std::string_view name, std::span<const Field> fields) {
  Object made = object(type, name, fields);
  made.open = true;
  return made;
}

}  // namespace tizza::spec::asyncapi
