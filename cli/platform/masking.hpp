#pragma once
#include <string>
#include <string_view>

namespace tizza::platform {

/// The text with user and password of every URL in it as `***`: `https://***@host/path`.
std::string mask_credentials(std::string_view text);

}  // namespace tizza::platform
