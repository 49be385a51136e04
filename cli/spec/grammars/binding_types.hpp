#pragma once
#include "spec/grammars/asyncapi_schema.hpp"
#include "spec/grammars/asyncapi_types.hpp"

/// Types and helpers that the tables of bindings share.
namespace tizza::spec::asyncapi {

/// A binding of one protocol: a closed object.
constexpr Object binding(std::string_view name, std::span<const Field> fields) {
  return object(NodeType::kNone, name, fields);
}

/// The same with constraints.
constexpr Object binding(std::string_view name, std::span<const Field> fields,
                         std::span<const Constraint> constraints) {
  Object made = binding(name, fields);
  made.constraints = constraints;
  return made;
}

/// An object of which only some fields are described.
constexpr Object open_binding(std::string_view name, std::span<const Field> fields) {
  Object made = binding(name, fields);
  made.open = true;
  return made;
}

/// A binding whose fields depend on its version.
constexpr Variant by_version(std::string_view name, std::span<const Case> cases) {
  return {.name = name, .field = "bindingVersion", .cases = cases};
}

/// A protocol whose binding is reserved and has no fields yet.
inline constexpr Type kReserved{};

inline constexpr Type kNames = map_of(kString);

inline constexpr const Type* kIntegerOrSchemaChoices[] = {&kInteger, &kPlainSchema};
inline constexpr Type kIntegerOrSchema = either(kIntegerOrSchemaChoices);
inline constexpr const Type* kCountOrSchemaChoices[] = {&kCount, &kPlainSchema};
inline constexpr Type kCountOrSchema = either(kCountOrSchemaChoices);
inline constexpr const Type* kStringOrSchemaChoices[] = {&kString, &kPlainSchema};
inline constexpr Type kStringOrSchema = either(kStringOrSchemaChoices);

inline constexpr Type kQos{.shape = Shape::kInteger, .minimum = 0, .maximum = 2};

// The versions that AsyncAPI 3 knows of the bindings with one set of fields.
inline constexpr std::string_view k001Names[] = {"0.0.1"};
inline constexpr Type k001 = one_of(k001Names);
inline constexpr std::string_view k010Names[] = {"0.1.0"};
inline constexpr Type k010 = one_of(k010Names);
inline constexpr std::string_view k030Names[] = {"0.3.0"};
inline constexpr Type k030 = one_of(k030Names);
inline constexpr std::string_view k030To050Names[] = {"0.3.0", "0.4.0", "0.5.0"};
inline constexpr Type k030To050 = one_of(k030To050Names);

/// All protocols of one place in AsyncAPI 2.
constexpr Object bindings2(NodeType type, std::string_view name, std::span<const Field> fields) {
  Object made = object(type, name, fields);
  made.open = true;
  return made;
}

/// The same in AsyncAPI 3.
constexpr Object bindings3(NodeType type, std::string_view name, std::span<const Field> fields) {
  return object(type, name, fields);
}

}  // namespace tizza::spec::asyncapi
