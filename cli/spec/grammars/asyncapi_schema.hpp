#pragma once
#include "spec/grammar.hpp"

/// The Schema Object of AsyncAPI: JSON Schema draft 7 and a little more. Shared by the grammar of
/// the descriptions and by those of the bindings.
namespace tizza::spec::asyncapi {

extern const Object kSchemaObject;

inline constexpr Type kPlainSchema = object_or_reference(kSchemaObject);
inline constexpr const Type* kSchemaChoices[] = {&kPlainSchema, &kBoolean};
/// A schema, a reference to one, or `true` or `false`.
inline constexpr Type kSchema = either(kSchemaChoices);

}  // namespace tizza::spec::asyncapi
