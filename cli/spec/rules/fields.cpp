#include "spec/rules/fields.hpp"

namespace tizza::spec {

bool says_something(Node value) {
  if (!value) return false;
  if (!value.is_scalar()) return true;
  if (value.is_null() || value.as_bool() == false) return false;
  return value.is_string() ? !value.text().empty() : value.as_double() != 0.0;
}

Place head_of(Node mapping) {
  if (!mapping.is_mapping() || mapping.size() == 0) return mapping;
  return {mapping, mapping.entry(0).key.span()};
}

std::optional<Place> lacking(Node holder, std::string_view field, const Place& otherwise) {
  const auto found = holder.find(field);
  if (!found) return otherwise;
  if (says_something(found->value)) return std::nullopt;
  return found->value.span().size() > 0 ? Place(found->value) : Place(found->key);
}

std::optional<Place> lacking_items(Node holder, std::string_view field, const Place& otherwise) {
  const auto found = holder.find(field);
  if (!found) return otherwise;
  if (found->value.is_sequence() && found->value.size() > 0) return std::nullopt;
  return Place(found->key);
}

Place by_field(Node mapping, std::string_view field) {
  const Node value = mapping[field];
  return value.is_scalar() ? Place(mapping, value.span()) : head_of(mapping);
}

}  // namespace tizza::spec
