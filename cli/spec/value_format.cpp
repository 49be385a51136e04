#include "spec/value_format.hpp"

#include <algorithm>

#include "base/regex.hpp"
#include "base/uri.hpp"
#include "spec/version.hpp"

namespace tizza::spec {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// RFC 3986, appendix A: unreserved, gen-delims and sub-delims.
bool is_uri_character(char c) {
  constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=";
  return is_letter(c) || is_digit(c) || is_beyond_ascii(c) ||
         kMarks.find(c) != std::string_view::npos;
}

bool has_uri_characters(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    if (!is_escape && !is_uri_character(text[i])) return false;
  }
  return std::count(text.begin(), text.end(), '#') <= 1;
}

bool is_uri(std::string_view text) {
  const UriParts parts = split_uri(text);
  if (!parts.scheme) return false;
  const auto rest = text.substr(parts.scheme->size() + 1);
  return !rest.empty() && has_uri_characters(rest);
}

bool is_domain(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) return true;  // an address literal
  bool label_is_empty = true;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      if (label_is_empty || text[i - 1] == '-') return false;
      label_is_empty = true;
    } else {
      const bool is_inner = text[i] == '-' && !label_is_empty;
      if (!is_inner && !is_letter(text[i]) && !is_digit(text[i]) && !is_beyond_ascii(text[i])) {
        return false;
      }
      label_is_empty = false;
    }
  }
  return !label_is_empty && text.back() != '-';
}

bool is_email(std::string_view text) {
  const size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  const auto name = text.substr(0, at);
  const bool is_quoted = name.size() > 2 && name.front() == '"' && name.back() == '"';
  if (!is_quoted) {
    constexpr std::string_view kMarks = ".!#$%&'*+/=?^_`{|}~-";
    const auto is_name_character = [&](char c) {
      return is_letter(c) || is_digit(c) || is_beyond_ascii(c) ||
             kMarks.find(c) != std::string_view::npos;
    };
    if (!std::all_of(name.begin(), name.end(), is_name_character)) return false;
    if (name.front() == '.' || name.back() == '.') return false;
    if (name.find("..") != std::string_view::npos) return false;
  }
  return is_domain(text.substr(at + 1));
}

bool is_host(std::string_view text) {
  const size_t colon = text.rfind(':');
  if (colon != std::string_view::npos) {
    const auto port = text.substr(colon + 1);
    if (port.empty() || !std::all_of(port.begin(), port.end(), is_digit)) return false;
    text = text.substr(0, colon);
  }
  return !text.empty() && text.find_first_of("{}/ :\\") == std::string_view::npos;
}

// $message.header#/pointer or $message.payload#/pointer; the pointer may be empty.
bool is_runtime_expression(std::string_view text) {
  constexpr std::string_view kHeader = "$message.header#";
  constexpr std::string_view kPayload = "$message.payload#";
  if (text.starts_with(kHeader)) {
    text.remove_prefix(kHeader.size());
  } else if (text.starts_with(kPayload)) {
    text.remove_prefix(kPayload.size());
  } else {
    return false;
  }
  if (!text.empty() && text[0] != '/') return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = i + 1 < text.size() && (text[i + 1] == '0' || text[i + 1] == '1');
    if (text[i] == '~' && !is_escape) return false;
  }
  return true;
}

bool is_anchor(std::string_view text) {
  if (text.empty() || !(is_letter(text[0]) || text[0] == '_')) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

bool is_schema_id(std::string_view text) {
  return has_uri_characters(text) && split_uri(text).fragment.value_or("").empty();
}

bool is_openapi_version(std::string_view text) {
  const bool has_patch = std::count(text.begin(), text.end(), '.') >= 2;
  return has_patch && find_version(Family::kOpenApi, text).has_value();
}

}  // namespace

bool is_http_token(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(c) || is_digit(c) || kMarks.find(c) != std::string_view::npos;
  });
}

bool is_valid(ValueFormat format, std::string_view text, std::string* reason) {
  switch (format) {
    case ValueFormat::kNone:
      return true;
    case ValueFormat::kUri:
      return is_uri(text);
    case ValueFormat::kUriReference:
      return has_uri_characters(text);
    case ValueFormat::kEmail:
      return is_email(text);
    case ValueFormat::kHost:
      return is_host(text);
    case ValueFormat::kBasePath:
      return text.starts_with('/');
    case ValueFormat::kUriWithoutFragment:
      return has_uri_characters(text) && text.find('#') == std::string_view::npos;
    case ValueFormat::kSchemaId:
      return is_schema_id(text);
    case ValueFormat::kAnchor:
      return is_anchor(text);
    case ValueFormat::kPathVariable:
      return !text.empty() && text.find_first_of("{}") == std::string_view::npos;
    case ValueFormat::kHttpToken:
      return is_http_token(text);
    case ValueFormat::kOpenApiVersion:
      return is_openapi_version(text);
    case ValueFormat::kRuntimeExpression:
      return is_runtime_expression(text);
    case ValueFormat::kRegex:
      break;
  }
  auto compiled = Regex::compile(text);
  if (!compiled.ok() && reason) *reason = compiled.error().diagnostic.message;
  return compiled.ok();
}

std::string_view noun(ValueFormat format) {
  switch (format) {
    case ValueFormat::kNone:
      return "a string";
    case ValueFormat::kUri:
      return "a URI with a scheme";
    case ValueFormat::kUriReference:
      return "a URI reference";
    case ValueFormat::kEmail:
      return "an email address";
    case ValueFormat::kRegex:
      return "a regular expression";
    case ValueFormat::kHost:
      return "a host with an optional port";
    case ValueFormat::kBasePath:
      return "a path that starts with `/`";
    case ValueFormat::kUriWithoutFragment:
      return "a URI reference without a fragment";
    case ValueFormat::kSchemaId:
      return "a URI reference without a fragment";
    case ValueFormat::kAnchor:
      return "a name that starts with a letter or `_`";
    case ValueFormat::kPathVariable:
      return "a name without braces";
    case ValueFormat::kHttpToken:
      return "the name of a header";
    case ValueFormat::kOpenApiVersion:
      return "a version of three numbers";
    case ValueFormat::kRuntimeExpression:
      return "a runtime expression";
  }
  return "a string";
}

std::string_view example(ValueFormat format) {
  switch (format) {
    case ValueFormat::kUri:
      return "https://tizza.com/terms";
    case ValueFormat::kUriReference:
      return "schemas/pizza.yaml#/Pizza";
    case ValueFormat::kEmail:
      return "team-culinary@tizza.com";
    case ValueFormat::kHost:
      return "tizza.com:8080";
    case ValueFormat::kBasePath:
      return "/api/v1";
    case ValueFormat::kUriWithoutFragment:
    case ValueFormat::kSchemaId:
      return "https://tizza.com/schemas/pizza";
    case ValueFormat::kAnchor:
      return "pizza";
    case ValueFormat::kPathVariable:
      return "pizza_id";
    case ValueFormat::kHttpToken:
      return "X-Request-Id";
    case ValueFormat::kOpenApiVersion:
      return "3.1.2";
    case ValueFormat::kRuntimeExpression:
      return "$message.payload#/pizza_id";
    case ValueFormat::kNone:
    case ValueFormat::kRegex:
      break;
  }
  return {};
}

}  // namespace tizza::spec
