#include "text/value.hpp"

#include <algorithm>

namespace tizza {
namespace {

Value from_scalar(Node node) {
  switch (node.type()) {
    case ScalarType::kNull:
      return {};
    case ScalarType::kBool:
      return *node.as_bool();
    case ScalarType::kInt:
      if (const auto whole = node.as_int()) return *whole;
      return *node.as_double();
    case ScalarType::kFloat:
      return *node.as_double();
    case ScalarType::kString:
      break;
  }
  return node.text();
}

// `1.10`, `+36123456789` and `0x1F` would not come back as they are, so they stay text.
Value as_written_scalar(Node node) {
  const auto whole = node.as_int();
  if (whole && std::to_string(*whole) == node.text()) return *whole;
  return node.is_number() ? Value(node.text()) : from_scalar(node);
}

Value from_tree(Node node, Value (*scalar)(Node)) {
  if (!node) return {};
  if (node.is_scalar()) return scalar(node);
  if (node.is_sequence()) {
    Value::List list;
    list.reserve(node.size());
    for (const Node item : node.items()) list.push_back(from_tree(item, scalar));
    return list;
  }
  Value::Mapping mapping;
  mapping.reserve(node.size());
  for (const auto& [key, value] : node.entries()) {
    mapping.emplace_back(key.text(), from_tree(value, scalar));
  }
  return mapping;
}

}  // namespace

Value Value::from(Node node) {
  return from_tree(node, from_scalar);
}

Value Value::as_written(Node node) {
  return from_tree(node, as_written_scalar);
}

const Value& Value::operator[](std::string_view key) const {
  static const Value kNothing;
  const Mapping* mapping = as_mapping();
  if (!mapping) return kNothing;
  const auto found = std::find_if(mapping->begin(), mapping->end(),
                                  [key](const Member& member) { return member.first == key; });
  return found == mapping->end() ? kNothing : found->second;
}

Value& Value::set(std::string key, Value value) {
  if (is_null()) data_ = Mapping();
  Mapping& mapping = *as_mapping();
  const auto found = std::find_if(mapping.begin(), mapping.end(),
                                  [&key](const Member& member) { return member.first == key; });
  if (found != mapping.end()) {
    found->second = std::move(value);
  } else {
    mapping.emplace_back(std::move(key), std::move(value));
  }
  return *this;
}

}  // namespace tizza
