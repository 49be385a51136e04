#include "registry/declared.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "text/reader.hpp"

namespace tizza::registry {
namespace {

// References of the schema are no deeper than this; it stops one that goes in a circle.
constexpr int kMaxReferences = 16;

const DocumentPtr& schema_document() {
  static const DocumentPtr document = [] {
    const auto* file = find_embedded(embedded_schemas(), "registry.schema.json");
    auto source = std::make_shared<Source>(std::string(file->path), std::string(file->bytes));
    return *read_json(std::move(source));
  }();
  return document;
}

}  // namespace

std::string_view schema_address() {
  return schema_document()->root()["$id"].text();
}

Declared Declared::entry(Kind kind) {
  Declared declared;
  declared.add(schema_document()->root()["properties"][info(kind).section]["additionalProperties"],
               0);
  return declared;
}

void Declared::add(Node schema, int depth) {
  if (!schema || depth > kMaxReferences) return;
  schemas_.push_back(schema);
  if (const Node reference = schema["$ref"])
    add(schema_document()->resolve(reference.text()), depth + 1);
  for (const std::string_view keyword : {"oneOf", "anyOf", "allOf"}) {
    for (const Node alternative : schema[keyword].items()) add(alternative, depth + 1);
  }
}

bool Declared::allows(std::string_view type) const {
  return std::any_of(schemas_.begin(), schemas_.end(), [type](Node schema) {
    const Node declared = schema["type"];
    if (declared.text() == type) return true;
    for (const Node one : declared.items()) {
      if (one.text() == type) return true;
    }
    return false;
  });
}

Declared Declared::field(std::string_view name) const {
  Declared declared;
  for (const Node schema : schemas_) declared.add(schema["properties"][name], 0);
  if (declared.is_known()) return declared;
  for (const Node schema : schemas_) {
    const Node others = schema["additionalProperties"];
    if (others.is_mapping()) declared.add(others, 0);
  }
  return declared;
}

std::vector<std::string> Declared::fields() const {
  std::vector<std::string> names;
  for (const Node schema : schemas_) {
    for (const auto& [name, value] : schema["properties"].entries()) {
      names.emplace_back(name.text());
    }
  }
  return names;
}

}  // namespace tizza::registry
