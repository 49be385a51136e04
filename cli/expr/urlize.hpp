#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tizza::expr {

struct LinkStyle {
  std::optional<int64_t> shown_length;     ///< Longer addresses are cut in what is shown.
  std::string rel;                         ///< Escaped by link_addresses().
  std::string target;                      ///< The same.
  std::vector<std::string> extra_schemes;  ///< `tel:`, `ftp://`: what starts so is a link too.
};

/// Whether a text may be the start of an address: `tel:`, `ftp://`.
bool is_scheme_prefix(std::string_view text);

/// HTML in which web and mail addresses are links. `html` is escaped already.
std::string link_addresses(std::string_view html, const LinkStyle& style);

}  // namespace tizza::expr
