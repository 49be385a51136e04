#pragma once
#include <string_view>

namespace tizza::spec {

/// Whether a text is a media type, `type/subtype` with parameters behind `;` (RFC 6838, 4.2).
bool is_media_type(std::string_view text);

}  // namespace tizza::spec
