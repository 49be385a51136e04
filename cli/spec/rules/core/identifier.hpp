#pragma once
#include <string>
#include <string_view>

namespace tizza::spec {

/// What is left of an id once case and punctuation do not count: `deletepizza` for `delete-Pizza`.
std::string plain_identifier(std::string_view id);

}  // namespace tizza::spec
