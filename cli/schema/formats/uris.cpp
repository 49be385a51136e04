#include <algorithm>

#include "base/uri.hpp"
#include "schema/formats/characters.hpp"
#include "schema/formats/texts.hpp"

namespace tizza::schema {
namespace {

enum class Letters { kAscii, kAny };

bool is_escape(std::string_view text) {
  return text.size() >= 3 && text[0] == '%' && is_hex(text[1]) && is_hex(text[2]);
}

/// Whether `text` is of unreserved characters and sub-delims (RFC 3986, chapter 2), escapes and
/// those of `also`.
bool is_made_of(std::string_view text, std::string_view also, Letters letters) {
  constexpr std::string_view kMarks = "-._~!$&'()*+,;=";
  while (!text.empty()) {
    const char c = text[0];
    const bool fits = is_alphanumeric(c) || kMarks.find(c) != std::string_view::npos ||
                      also.find(c) != std::string_view::npos ||
                      (letters == Letters::kAny && is_beyond_ascii(c));
    if (!fits && !is_escape(text)) return false;
    text.remove_prefix(fits ? 1 : 3);
  }
  return true;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
  });
}

/// `[2001:db8::1]` or `[v1.any:thing]`.
bool is_ip_literal(std::string_view text) {
  text = text.substr(1, text.size() - 2);
  if (!text.starts_with('v') && !text.starts_with('V')) return is_ipv6(text);
  text.remove_prefix(1);
  return !take_while(text, is_hex).empty() && take(text, '.') && !text.empty() &&
         is_made_of(text, ":", Letters::kAscii);
}

bool is_authority(std::string_view text, Letters letters) {
  const size_t at = text.find('@');
  if (at != std::string_view::npos) {
    if (!is_made_of(text.substr(0, at), ":", letters)) return false;
    text.remove_prefix(at + 1);
  }
  const size_t bracket = text.rfind(']');
  const size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const std::string_view host = text.substr(0, colon);
  if (colon != std::string_view::npos) {
    const std::string_view port = text.substr(colon + 1);
    if (!std::all_of(port.begin(), port.end(), is_digit)) return false;
  }
  if (host.starts_with('[')) return host.ends_with(']') && is_ip_literal(host);
  return is_made_of(host, "", letters);
}

bool is_reference(std::string_view text, Letters letters, bool needs_scheme) {
  const UriParts parts = split_uri(text);
  if (parts.scheme ? !is_scheme(*parts.scheme) : needs_scheme) return false;
  if (parts.authority && !is_authority(*parts.authority, letters)) return false;
  if (!is_made_of(parts.path, "/:@", letters)) return false;
  // Without a scheme, a colon in the first segment would read as the end of one.
  const std::string_view first = parts.path.substr(0, parts.path.find('/'));
  if (!parts.scheme && !parts.authority && first.find(':') != std::string_view::npos) return false;
  return is_made_of(parts.query.value_or(""), "/:@?", letters) &&
         is_made_of(parts.fragment.value_or(""), "/:@?", letters);
}

/// One `name`, `name:3` or `name*` of a template's expression.
bool is_template_variable(std::string_view text) {
  if (text.ends_with('*')) {
    text.remove_suffix(1);
  } else if (const size_t colon = text.find(':'); colon != std::string_view::npos) {
    const std::string_view length = text.substr(colon + 1);
    if (length.empty() || length.size() > 4 || length[0] == '0') return false;
    if (!std::all_of(length.begin(), length.end(), is_digit)) return false;
    text = text.substr(0, colon);
  }
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  while (!text.empty()) {
    const bool fits = is_alphanumeric(text[0]) || text[0] == '_' || text[0] == '.';
    if (!fits && !is_escape(text)) return false;
    text.remove_prefix(fits ? 1 : 3);
  }
  return true;
}

bool is_template_expression(std::string_view text) {
  constexpr std::string_view kOperators = "+#./;?&=,!@|";
  if (!text.empty() && kOperators.find(text[0]) != std::string_view::npos) text.remove_prefix(1);
  for (;;) {
    const size_t comma = text.find(',');
    if (!is_template_variable(text.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    text.remove_prefix(comma + 1);
  }
}

bool is_template_literal(std::string_view text) {
  constexpr std::string_view kForbidden = " \"<>\\^`{|}";
  const auto c = static_cast<unsigned char>(text[0]);
  return c > 0x20 && c != 0x7F && kForbidden.find(text[0]) == std::string_view::npos &&
         (c != '%' || is_escape(text));
}

}  // namespace

bool is_uri(std::string_view text) {
  return is_reference(text, Letters::kAscii, true);
}

bool is_uri_reference(std::string_view text) {
  return is_reference(text, Letters::kAscii, false);
}

bool is_iri(std::string_view text) {
  return is_reference(text, Letters::kAny, true);
}

bool is_iri_reference(std::string_view text) {
  return is_reference(text, Letters::kAny, false);
}

bool is_uri_template(std::string_view text) {
  while (!text.empty()) {
    if (text[0] == '{') {
      const size_t end = text.find('}');
      if (end == std::string_view::npos) return false;
      if (!is_template_expression(text.substr(1, end - 1))) return false;
      text.remove_prefix(end + 1);
    } else {
      if (!is_template_literal(text)) return false;
      text.remove_prefix(1);
    }
  }
  return true;
}

}  // namespace tizza::schema
