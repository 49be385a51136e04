#include "text/scalar_style.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "text/scalar.hpp"
#include "text/writer.hpp"

namespace tizza {

std::string double_quoted(std::string_view text) {
  return json_quote(text);
}

std::string single_quoted(std::string_view text) {
  return "'" + replace_all(text, "'", "''") + "'";
}

bool may_be_single_quoted(std::string_view text, Format format) {
  if (format == Format::kToml && text.find('\'') != std::string_view::npos) return false;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string quoted_or_plain(std::string_view text, bool in_flow) {
  const bool has_bracket = text.find_first_of(",[]{}") != std::string_view::npos;
  const bool is_plain = is_safe_plain(text) && !(in_flow && has_bracket);
  return is_plain ? std::string(text) : double_quoted(text);
}

bool stands_in_flow(Node node) {
  for (Node holder = node.parent(); holder; holder = holder.parent()) {
    if (is_flow(holder)) return true;
  }
  return false;
}

bool is_flow(Node collection) {
  // A block collection starts with a dash or a scalar key, and no plain scalar starts with a
  // bracket.
  const std::string_view raw = collection.raw();
  return raw.starts_with('[') || raw.starts_with('{');
}

}  // namespace tizza
