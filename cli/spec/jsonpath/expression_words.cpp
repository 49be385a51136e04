#include "spec/jsonpath/expression_words.hpp"

#include "base/near_names.hpp"

namespace tizza::spec::jsonpath {
namespace {

constexpr NamedCallee kMethods[] = {
    {"match", Callee::kMatch},
    {"test", Callee::kTest},
    {"search", Callee::kSearch},
    {"includes", Callee::kIncludes},
    {"indexOf", Callee::kIndexOf},
    {"startsWith", Callee::kStartsWith},
    {"endsWith", Callee::kEndsWith},
    {"toLowerCase", Callee::kToLowerCase},
    {"toUpperCase", Callee::kToUpperCase},
    {"trim", Callee::kTrim},
    {"hasOwnProperty", Callee::kHasOwnProperty},
    {"toString", Callee::kToString},
};

constexpr NamedCallee kFunctions[] = {
    {"length", Callee::kLengthFunction}, {"count", Callee::kCountFunction},
    {"match", Callee::kMatchFunction},   {"search", Callee::kSearchFunction},
    {"value", Callee::kValueFunction},
};

constexpr NamedCallee kTypes[] = {
    {"string", Callee::kIsString},   {"number", Callee::kIsNumber}, {"integer", Callee::kIsInteger},
    {"boolean", Callee::kIsBoolean}, {"null", Callee::kIsNull},     {"array", Callee::kIsArray},
    {"object", Callee::kIsObject},   {"scalar", Callee::kIsScalar},
};

// Longer spellings first.
constexpr BinaryOperator kBinary[] = {
    {"||", Operator::kOr, 1},          {"&&", Operator::kAnd, 2},
    {"===", Operator::kSame, 3},       {"!==", Operator::kNotSame, 3},
    {"==", Operator::kEqual, 3},       {"!=", Operator::kUnequal, 3},
    {"=~", Operator::kMatches, 8},     {"~=", Operator::kMatches, 8},
    {"<=", Operator::kLessOrEqual, 4}, {">=", Operator::kMoreOrEqual, 4},
    {"<", Operator::kLess, 4},         {">", Operator::kMore, 4},
    {"+", Operator::kAdd, 5},          {"-", Operator::kSubtract, 5},
    {"*", Operator::kMultiply, 6},     {"/", Operator::kDivide, 6},
    {"%", Operator::kRemainder, 6},    {"in", Operator::kIn, 7},
};

}  // namespace

std::span<const NamedCallee> known_methods() {
  return kMethods;
}
std::span<const NamedCallee> known_functions() {
  return kFunctions;
}
std::span<const NamedCallee> known_types() {
  return kTypes;
}

std::optional<Callee> find_callee(std::span<const NamedCallee> table, std::string_view name) {
  for (const NamedCallee& row : table) {
    if (row.name == name) return row.callee;
  }
  return std::nullopt;
}

std::string near_callees(std::span<const NamedCallee> table, std::string_view name) {
  std::vector<std::string> names;
  for (const NamedCallee& row : table) names.emplace_back(row.name);
  return near_names_help(name, names);
}

const BinaryOperator* binary_operator_at(std::string_view text) {
  for (const BinaryOperator& row : kBinary) {
    if (!text.starts_with(row.spelling)) continue;
    const bool is_word = row.op == Operator::kIn;
    if (is_word && text.size() > 2 && is_name_byte(text[2], false)) continue;
    return &row;
  }
  return nullptr;
}

}  // namespace tizza::spec::jsonpath
