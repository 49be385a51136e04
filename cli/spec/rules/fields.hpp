#pragma once
#include <optional>
#include <string_view>

#include "spec/finding.hpp"

namespace tizza::spec {

/// Whether a value says something: it is there and is not null, `false`, zero or an empty text.
bool says_something(Node value);

/// Where to point for a mapping as a whole: at its first key.
Place head_of(Node mapping);

/// Where to report that `field` of `holder` is absent or says nothing: at its value, else at
/// `otherwise`, which belongs to the holder. Nothing where the field is as it should be.
std::optional<Place> lacking(Node holder, std::string_view field, const Place& otherwise);

/// The same for a field that has to be a list with an item at least.
std::optional<Place> lacking_items(Node holder, std::string_view field, const Place& otherwise);

/// The place of a mapping, pointed at by one of its fields: at the value of `field` where there is
/// one, else at the first key.
Place by_field(Node mapping, std::string_view field);

}  // namespace tizza::spec
