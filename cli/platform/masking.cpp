#include "platform/masking.hpp"

namespace tizza::platform {

std::string mask_credentials(std::string_view text) {
  constexpr std::string_view kScheme = "://";
  constexpr std::string_view kEndOfAuthority = "/?# \t\r\n'\"<>`";
  std::string masked;
  while (true) {
    const size_t scheme = text.find(kScheme);
    if (scheme == std::string_view::npos) return masked.append(text);
    masked += text.substr(0, scheme + kScheme.size());
    text.remove_prefix(scheme + kScheme.size());
    // The last @ counts: careless passwords hold one.
    const std::string_view authority = text.substr(0, text.find_first_of(kEndOfAuthority));
    const size_t at = authority.rfind('@');
    if (at == std::string_view::npos) continue;
    masked += "***";
    text.remove_prefix(at);
  }
}

}  // namespace tizza::platform
