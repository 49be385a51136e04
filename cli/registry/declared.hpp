#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "registry/model.hpp"
#include "text/document.hpp"

namespace tizza::registry {

/// The URL of the registry's schema, for editors.
std::string_view schema_address();

/// What registry-schema/registry.schema.json declares at a place: the one source of the fields'
/// names and types. Alternatives (`oneOf`, `anyOf`) are all held.
class Declared {
 public:
  static Declared entry(Kind kind);

  /// Whether the schema says anything about this place.
  bool is_known() const { return !schemas_.empty(); }

  /// Whether a value of this JSON Schema type is declared.
  bool allows(std::string_view type) const;

  /// The declaration of a field (or of any key, where the names are free).
  Declared field(std::string_view name) const;

  /// The fields that are declared by name, in the schema's order.
  std::vector<std::string> fields() const;

 private:
  void add(Node schema, int depth);

  std::vector<Node> schemas_;
};

}  // namespace tizza::registry
