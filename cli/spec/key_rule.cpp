#include "spec/key_rule.hpp"

#include <algorithm>

namespace tizza::spec {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_';
}

bool is_component(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return is_name_character(c) || c == '.'; });
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), is_name_character);
}

bool is_response_code(std::string_view name) {
  return name == "default" || (name.size() == 3 && std::all_of(name.begin(), name.end(), is_digit));
}

bool is_response_range(std::string_view name) {
  if (name == "default") return true;
  if (name.size() != 3 || name[0] < '1' || name[0] > '5') return false;
  return name.substr(1) == "XX" || (is_digit(name[1]) && is_digit(name[2]));
}

bool is_other_method(std::string_view name) {
  constexpr std::string_view kFields[] = {"GET",  "PUT",   "POST",  "DELETE", "OPTIONS",
                                          "HEAD", "PATCH", "TRACE", "QUERY"};
  return is_http_token(name) &&
         std::find(std::begin(kFields), std::end(kFields), name) == std::end(kFields);
}

}  // namespace

bool fits(KeyRule rule, std::string_view name) {
  switch (rule) {
    case KeyRule::kAny:
      return true;
    case KeyRule::kComponent:
      return is_component(name);
    case KeyRule::kName:
      return is_name(name);
    case KeyRule::kPath:
      return name.starts_with('/');
    case KeyRule::kResponseCode:
      return is_response_code(name);
    case KeyRule::kResponseRange:
      return is_response_range(name);
    case KeyRule::kToken:
      return is_http_token(name);
    case KeyRule::kOtherMethod:
      return is_other_method(name);
    case KeyRule::kRegex:
      break;
  }
  return is_valid(ValueFormat::kRegex, name);
}

bool is_advice(KeyRule rule, Version version) {
  return rule == KeyRule::kComponent && version == Version::kOpenApi30;
}

std::string_view demand(KeyRule rule) {
  switch (rule) {
    case KeyRule::kAny:
      return "may be anything";
    case KeyRule::kComponent:
      return "may hold only letters, digits, `.`, `-` and `_`";
    case KeyRule::kName:
      return "may hold only letters, digits, `-` and `_`";
    case KeyRule::kPath:
      return "must start with `/`";
    case KeyRule::kResponseCode:
      return "must be a status code of three digits or `default`";
    case KeyRule::kResponseRange:
      return "must be a status code from 100 to 599, a range such as `4XX`, or `default`";
    case KeyRule::kToken:
      return "must be a header's name: letters, digits and marks such as `-`, without spaces";
    case KeyRule::kOtherMethod:
      return "must be an HTTP method without a field of its own beside `additionalOperations`";
    case KeyRule::kRegex:
      break;
  }
  return "must be a regular expression";
}

}  // namespace tizza::spec
