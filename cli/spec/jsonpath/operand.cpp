#include <charconv>
#include <cmath>
#include <limits>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "schema/equality.hpp"
#include "spec/jsonpath/evaluator.hpp"

namespace tizza::spec::jsonpath {
namespace {

using Type = Operand::Type;
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

double parse_number(std::string_view text) {
  text = trim(text);
  if (text.empty()) return 0;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : kNotANumber;
}

bool is_nothing(const Operand& value) {
  return value.type == Type::kUndefined || value.type == Type::kNull;
}

bool is_collection(const Operand& value) {
  return value.type == Type::kNode || value.type == Type::kList || value.type == Type::kRegex;
}

}  // namespace

Operand Operand::of(bool value) {
  Operand operand;
  operand.type = Type::kBoolean;
  operand.boolean = value;
  return operand;
}

Operand Operand::of(double value) {
  Operand operand;
  operand.type = Type::kNumber;
  operand.number = value;
  return operand;
}

Operand Operand::of(std::string_view value) {
  Operand operand;
  operand.type = Type::kText;
  operand.text = value;
  return operand;
}

Operand Operand::of(Node node) {
  if (!node) return {};
  Operand operand;
  if (!node.is_scalar()) {
    operand.type = Type::kNode;
    operand.node = node;
    return operand;
  }
  if (node.is_null()) {
    operand.type = Type::kNull;
    return operand;
  }
  if (const auto boolean = node.as_bool()) return of(*boolean);
  if (node.is_number()) return of(node.as_double().value_or(kNotANumber));
  return of(node.text());
}

double utf16_length(std::string_view text) {
  size_t units = 0;
  for (size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text.substr(at));
    units += decoded.code_point > 0xFFFF ? 2 : 1;
    at += decoded.size;
  }
  return static_cast<double>(units);
}

bool is_truthy(const Operand& value) {
  switch (value.type) {
    case Type::kUndefined:
    case Type::kNull:
      return false;
    case Type::kBoolean:
      return value.boolean;
    case Type::kNumber:
      return value.number != 0 && !std::isnan(value.number);
    case Type::kText:
      return !value.text.empty();
    case Type::kNode:
    case Type::kRegex:
    case Type::kList:
      return true;
  }
  return false;
}

bool is_same(const Operand& a, const Operand& b) {
  if (a.type != b.type) return false;
  switch (a.type) {
    case Type::kUndefined:
    case Type::kNull:
      return true;
    case Type::kBoolean:
      return a.boolean == b.boolean;
    case Type::kNumber:
      return a.number == b.number;
    case Type::kText:
      return a.text == b.text;
    case Type::kNode:
      return a.node == b.node;
    case Type::kRegex:
      return a.regex == b.regex;
    case Type::kList:
      return false;
  }
  return false;
}

double to_number(const Operand& value) {
  switch (value.type) {
    case Type::kNull:
      return 0;
    case Type::kBoolean:
      return value.boolean ? 1 : 0;
    case Type::kNumber:
      return value.number;
    case Type::kText:
      return parse_number(value.text);
    default:
      return kNotANumber;
  }
}

bool is_loosely_equal(const Operand& a, const Operand& b) {
  if (is_nothing(a) || is_nothing(b)) return is_nothing(a) && is_nothing(b);
  // RFC 9535 compares the contents of collections; in JavaScript no two are ever equal.
  if (a.node && b.node) return schema::equal(a.node, b.node);
  if (a.type == b.type || is_collection(a) || is_collection(b)) return is_same(a, b);
  return to_number(a) == to_number(b);
}

}  // namespace tizza::spec::jsonpath
