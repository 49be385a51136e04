#pragma once
#include <string>

#include "text/value.hpp"

namespace tizza {

/// YAML in block style with two spaces (yaml-cpp); short lists of scalars in brackets. Strings that
/// YAML 1.1 or 1.2 readers could take for something else are quoted (`no`, `1.10`, `+36123456789`).
/// Ends with a line end.
std::string write_yaml(const Value& value);

/// JSON, RFC 8259. `indent` 0 is one line without spaces. Invalid UTF-8 becomes U+FFFD. No line
/// end at the end.
std::string write_json(const Value& value, int indent = 0);

/// A JSON string with its quotes.
std::string json_quote(std::string_view text);

}  // namespace tizza
