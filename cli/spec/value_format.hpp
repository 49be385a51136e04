#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tizza::spec {

/// What the text of a string has to be where the specification says so.
enum class ValueFormat : uint8_t {
  kNone,
  kUri,                 ///< RFC 3986 with a scheme; characters beyond ASCII are let through.
  kUriReference,        ///< The same, or relative.
  kEmail,               ///< `name@domain`
  kRegex,               ///< ECMA-262.
  kHost,                ///< Swagger's `host`: a name or address and a port, no scheme, no path.
  kBasePath,            ///< Starts with `/`.
  kUriWithoutFragment,  ///< A URI reference without `#`.
  kSchemaId,            ///< JSON Schema's `$id`: a URI reference whose fragment is empty.
  kAnchor,              ///< JSON Schema's `$anchor`: a name that starts with a letter or `_`.
  kPathVariable,        ///< The name of a path parameter: not empty, without braces.
  kHttpToken,           ///< RFC 9110, 5.6.2: a header's name.
  kOpenApiVersion,      ///< `3.x.y`, with anything behind a hyphen.
  kRuntimeExpression,   ///< AsyncAPI's `$message.header#/pointer` and `$message.payload#/pointer`.
};

/// Whether `text` is one. For kRegex `reason` is set to what is wrong.
bool is_valid(ValueFormat format, std::string_view text, std::string* reason = nullptr);

/// Whether `text` is a token of HTTP (RFC 9110, 5.6.2), such as a method or a header's name.
bool is_http_token(std::string_view text);

/// What a text of the format is called, with its article: `a URI`.
std::string_view noun(ValueFormat format);

/// A short example of the format, for the help of a finding.
std::string_view example(ValueFormat format);

}  // namespace tizza::spec
