#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/regex.hpp"
#include "spec/jsonpath/path.hpp"

namespace tizza::spec::jsonpath {

enum class Operator : uint8_t {
  kNone,
  kOr,
  kAnd,
  kEqual,
  kUnequal,
  kSame,     ///< `===`
  kNotSame,  ///< `!==`
  kLess,
  kLessOrEqual,
  kMore,
  kMoreOrEqual,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kRemainder,
  kIn,
  kMatches,  ///< `=~` and `~=`
  kNot,
  kNegative,
  kPositive,
};

/// What can be called: methods of strings, lists and patterns, the functions of RFC 9535, and the
/// questions for a type (`@string()`).
enum class Callee : uint8_t {
  kNone,
  kMatch,
  kTest,
  kSearch,
  kIncludes,
  kIndexOf,
  kStartsWith,
  kEndsWith,
  kToLowerCase,
  kToUpperCase,
  kTrim,
  kHasOwnProperty,
  kToString,
  kLengthFunction,
  kCountFunction,
  kMatchFunction,
  kSearchFunction,
  kValueFunction,
  kIsString,
  kIsNumber,
  kIsInteger,
  kIsBoolean,
  kIsNull,
  kIsArray,
  kIsObject,
  kIsScalar,
};

/// A node of a filter's syntax tree.
struct Expression {
  enum class Kind : uint8_t {
    kUndefined,
    kNull,
    kBoolean,
    kNumber,
    kText,
    kRegex,
    kList,            ///< `[…]`
    kCurrent,         ///< `@`
    kRoot,            ///< `$` and `@root`
    kProperty,        ///< `@property`
    kParent,          ///< `@parent`: the holder of the container.
    kParentProperty,  ///< `@parentProperty`: the key of the container.
    kPath,            ///< `@path`
    kMember,          ///< `a.text`
    kItem,            ///< `a[b]`
    kCall,            ///< `parts[0]` is the object of a method, or the first argument.
    kUnary,
    kBinary,
    kConditional,
    kQuery,   ///< A path with more than one result, from `parts[0]`.
    kExists,  ///< RFC 9535: the query has a result, whatever its value.
  };
  Kind kind = Kind::kUndefined;
  Operator op = Operator::kNone;
  Callee callee = Callee::kNone;
  bool boolean = false;
  double number = 0;
  std::string text;  ///< A text, the name of a member.
  std::optional<Regex> regex;
  std::shared_ptr<const Path> query;
  std::vector<std::unique_ptr<Expression>> parts;
};

using ExpressionPtr = std::unique_ptr<Expression>;

/// What is read of a text, and where the reading stands. Shared by the parsers of paths and of the
/// filters in them.
struct Reader {
  std::string_view text;
  size_t at = 0;
  uint32_t context = 0;  ///< The most that any filter of the path asks for.
  uint32_t depth = 0;    ///< Of filters and brackets within one another.
  uint32_t chained = 0;  ///< Of the chains of operators and members, which nest as well.

  bool at_end() const { return at >= text.size(); }
  char peek(size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  bool take(std::string_view expected) {
    if (!text.substr(at).starts_with(expected)) return false;
    at += expected.size();
    return true;
  }
  void skip_space() {
    while (!at_end() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) ++at;
  }
  /// An error about the `length` bytes from `begin` on.
  Error error(size_t begin, size_t length, std::string message, std::string help = {}) const;
  Error error(std::string message, std::string help = {}) const {
    return error(at, 1, std::move(message), std::move(help));
  }
};

/// Reads the condition of a filter; `rfc` says that it follows `?` without parentheses, so that a
/// query alone asks whether there is something.
Result<ExpressionPtr> parse_condition(Reader& reader, bool rfc);

/// Reads the segments of a path up to something else; what a filter and a path share.
Status parse_segments(Reader& reader, std::vector<Segment>& segments);

/// `'…'` or `"…"` with escapes.
Result<std::string> parse_quoted(Reader& reader);

/// Letters, digits, `_`, `$` and what is beyond ASCII; `-` too where the text is a name in a path.
bool is_name_byte(char c, bool with_hyphen);

}  // namespace tizza::spec::jsonpath
