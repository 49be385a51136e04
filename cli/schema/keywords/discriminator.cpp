#include "schema/keywords/discriminator.hpp"

#include <algorithm>

namespace tizza::schema {
namespace {

std::string_view last_part(std::string_view reference) {
  return reference.substr(reference.rfind('/') + 1);
}

/// The branches that `mapping` gives names of its own, by reference or by name.
void add_mapped_names(Node mapping, std::string_view reference, std::vector<std::string>& names) {
  for (const auto& [name, target] : mapping.entries()) {
    if (target.text() == reference || target.text() == last_part(reference)) {
      names.emplace_back(name.text());
    }
  }
}

}  // namespace

size_t Discriminator::branch_of(std::string_view value) const {
  for (size_t i = 0; i < names.size(); ++i) {
    if (std::find(names[i].begin(), names[i].end(), value) != names[i].end()) return i;
  }
  return kNoBranch;
}

std::unique_ptr<const Discriminator> find_discriminator(const Place& place) {
  if (!is_api_dialect(place.resource->dialect)) return nullptr;
  const Node written = place.sibling("discriminator");
  // AsyncAPI has the bare name of the property, OpenAPI an object.
  const Node property = written.is_mapping() ? written["propertyName"] : written;
  if (!property.is_string()) return nullptr;
  auto made = std::make_unique<Discriminator>();
  made->property = property.text();
  for (const Node branch : place.value.items()) {
    auto& names = made->names.emplace_back();
    const std::string_view reference = branch["$ref"].text();
    if (reference.empty()) continue;
    add_mapped_names(written["mapping"], reference, names);
    names.emplace_back(last_part(reference));
  }
  return made;
}

}  // namespace tizza::schema
