#include "spec/grammar.hpp"

namespace tizza::spec {

const Field* find_field(const Object& object, std::string_view name, Version version) {
  if (object.fields.empty()) return nullptr;
  for (size_t slot = detail::name_hash(name); object.slots[slot] != 0;
       slot = (slot + 1) % object.slots.size()) {
    const Field& field = object.fields[object.slots[slot] - 1u];
    if (field.name == name && field.versions.has(version)) return &field;
  }
  return nullptr;
}

std::string_view noun(const Type& type) {
  switch (type.shape) {
    case Shape::kAny:
      return "any value";
    case Shape::kString:
      return "a string";
    case Shape::kInteger:
      return "an integer";
    case Shape::kNumber:
      return "a number";
    case Shape::kBoolean:
      return "`true` or `false`";
    case Shape::kNull:
      return "null";
    case Shape::kObject:
      return type.object->name;
    case Shape::kVariant:
      return type.variant->name;
    case Shape::kMap:
      return "a mapping";
    case Shape::kList:
      return "a list";
    case Shape::kEither:
      break;
  }
  return "something else";
}

NodeType node_type(const Type& type) {
  if (type.shape == Shape::kObject) return type.object->type;
  if (type.shape == Shape::kVariant) return type.variant->type;
  if (type.shape != Shape::kEither) return NodeType::kNone;
  for (const Type* alternative : type.alternatives) {
    const NodeType found = node_type(*alternative);
    if (found != NodeType::kNone) return found;
  }
  return NodeType::kNone;
}

}  // namespace tizza::spec
