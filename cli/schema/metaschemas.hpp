#pragma once
#include <optional>
#include <string_view>

namespace tizza::schema {

/// The text of the metaschema with this URI (without a fragment): those of all drafts, their
/// vocabularies and the base dialects of OpenAPI.
std::optional<std::string_view> metaschema(std::string_view uri);

}  // namespace tizza::schema
