#include <algorithm>
#include <charconv>
#include <span>

#include "base/near_names.hpp"
#include "spec/jsonpath/expression.hpp"

namespace tizza::spec::jsonpath {
namespace {

using Kind = Expression::Kind;

constexpr uint32_t kMostDepth = 200;   // of expressions within expressions
constexpr uint32_t kMostLength = 500;  // of all chains of operators and members

struct Named {
  std::string_view name;
  Callee callee;
};

constexpr Named kMethods[] = {
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

constexpr Named kFunctions[] = {
    {"length", Callee::kLengthFunction}, {"count", Callee::kCountFunction},
    {"match", Callee::kMatchFunction},   {"search", Callee::kSearchFunction},
    {"value", Callee::kValueFunction},
};

constexpr Named kTypes[] = {
    {"string", Callee::kIsString},   {"number", Callee::kIsNumber}, {"integer", Callee::kIsInteger},
    {"boolean", Callee::kIsBoolean}, {"null", Callee::kIsNull},     {"array", Callee::kIsArray},
    {"object", Callee::kIsObject},   {"scalar", Callee::kIsScalar},
};

/// Binary operators by how tightly they bind; longer spellings first.
struct Binary {
  std::string_view spelling;
  Operator op;
  int rank;
};
constexpr Binary kBinary[] = {
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

std::optional<Callee> find(std::span<const Named> table, std::string_view name) {
  for (const Named& row : table) {
    if (row.name == name) return row.callee;
  }
  return std::nullopt;
}

std::string near_help(std::span<const Named> table, std::string_view name) {
  std::vector<std::string> names;
  for (const Named& row : table) names.emplace_back(row.name);
  return near_names_help(name, names);
}

ExpressionPtr make(Kind kind) {
  auto expression = std::make_unique<Expression>();
  expression->kind = kind;
  return expression;
}

bool is_query(const Expression& expression) {
  switch (expression.kind) {
    case Kind::kMember:
    case Kind::kItem:
      return true;
    case Kind::kCurrent:
    case Kind::kRoot:
    case Kind::kQuery:
      return true;
    default:
      return false;
  }
}

class Parser {
 public:
  Parser(Reader& reader, bool rfc) : reader_(reader), rfc_(rfc) {}

  Result<ExpressionPtr> condition() {
    TIZZA_TRY(auto whole, conditional());
    return asked(std::move(whole));
  }

 private:
  /// By RFC 9535 a query where a truth is wanted asks whether there is something.
  ExpressionPtr asked(ExpressionPtr expression) const {
    if (!rfc_ || !is_query(*expression)) return expression;
    auto exists = make(Kind::kExists);
    exists->parts.push_back(std::move(expression));
    return exists;
  }

  Result<ExpressionPtr> conditional() {
    if (++reader_.depth > kMostDepth) {
      return reader_.error("expressions stand in one another too often");
    }
    TIZZA_TRY(auto left, binary(1));
    reader_.skip_space();
    if (reader_.take("?")) {
      auto choice = make(Kind::kConditional);
      choice->parts.push_back(std::move(left));
      TIZZA_TRY(auto yes, conditional());
      choice->parts.push_back(std::move(yes));
      reader_.skip_space();
      if (!reader_.take(":")) return reader_.error("`:` must stand here");
      TIZZA_TRY(auto no, conditional());
      choice->parts.push_back(std::move(no));
      left = std::move(choice);
    }
    --reader_.depth;
    return left;
  }

  Error too_long() const { return reader_.error("the filter is too long"); }

  const Binary* operator_here() const {
    const std::string_view rest = reader_.text.substr(reader_.at);
    for (const Binary& row : kBinary) {
      if (!rest.starts_with(row.spelling)) continue;
      const bool is_word = row.op == Operator::kIn;
      if (is_word && rest.size() > 2 && is_name_byte(rest[2], false)) continue;
      return &row;
    }
    return nullptr;
  }

  Result<ExpressionPtr> binary(int least_rank) {
    TIZZA_TRY(auto left, unary());
    for (;;) {
      reader_.skip_space();
      const Binary* row = operator_here();
      if (row == nullptr || row->rank < least_rank) return left;
      if (++reader_.chained > kMostLength) return too_long();
      reader_.at += row->spelling.size();
      TIZZA_TRY(auto right, binary(row->rank + 1));
      const bool is_logical = row->op == Operator::kOr || row->op == Operator::kAnd;
      auto whole = make(Kind::kBinary);
      whole->op = row->op;
      whole->parts.push_back(is_logical ? asked(std::move(left)) : std::move(left));
      whole->parts.push_back(is_logical ? asked(std::move(right)) : std::move(right));
      if (row->op == Operator::kMatches) TIZZA_CHECK(make_pattern(*whole->parts[1]));
      left = std::move(whole);
    }
  }

  /// The right side of `=~` and `~=` is a pattern, in slashes or in quotes.
  Status make_pattern(Expression& right) {
    if (right.kind == Kind::kRegex) return {};
    if (right.kind != Kind::kText) return reader_.error("a pattern such as `/^x/` must stand here");
    TIZZA_TRY(right.regex, compile(right.text, "", reader_.at));
    right.kind = Kind::kRegex;
    return {};
  }

  Result<ExpressionPtr> unary() {
    reader_.skip_space();
    Operator op = Operator::kNone;
    if (reader_.peek() == '!' && reader_.peek(1) != '=') op = Operator::kNot;
    if (reader_.peek() == '-') op = Operator::kNegative;
    if (reader_.peek() == '+') op = Operator::kPositive;
    if (op == Operator::kNone) return postfix();
    ++reader_.at;
    if (++reader_.depth > kMostDepth) {
      return reader_.error("expressions stand in one another too often");
    }
    TIZZA_TRY(auto inner, unary());
    --reader_.depth;
    auto whole = make(Kind::kUnary);
    whole->op = op;
    whole->parts.push_back(op == Operator::kNot ? asked(std::move(inner)) : std::move(inner));
    return whole;
  }

  Result<ExpressionPtr> postfix() {
    TIZZA_TRY(auto expression, primary());
    for (;;) {
      const size_t begin = reader_.at;
      const bool goes_on = reader_.peek() == '.' || reader_.peek() == '[';
      if (goes_on && ++reader_.chained > kMostLength) return too_long();
      if (starts_query()) {
        TIZZA_TRY(expression, query(std::move(expression)));
      } else if (reader_.take("[")) {
        auto item = make(Kind::kItem);
        item->parts.push_back(std::move(expression));
        TIZZA_TRY(auto index, conditional());
        item->parts.push_back(std::move(index));
        reader_.skip_space();
        if (!reader_.take("]")) return reader_.error(begin, 1, "this bracket is not closed");
        expression = std::move(item);
      } else if (reader_.peek() == '.') {
        ++reader_.at;
        TIZZA_TRY(expression, member(std::move(expression)));
      } else {
        return expression;
      }
    }
  }

  /// What only RFC 9535 knows: several results.
  bool starts_query() const {
    const std::string_view rest = reader_.text.substr(reader_.at);
    for (const std::string_view start : {"..", ".*", "[*", "[?", "[:"}) {
      if (rest.starts_with(start)) return true;
    }
    return false;
  }

  Result<ExpressionPtr> query(ExpressionPtr from) {
    auto whole = make(Kind::kQuery);
    whole->parts.push_back(std::move(from));
    auto path = std::make_shared<Path>();
    TIZZA_CHECK(parse_segments(reader_, path->segments));
    whole->query = std::move(path);
    return whole;
  }

  Result<ExpressionPtr> member(ExpressionPtr object) {
    const size_t begin = reader_.at;
    const std::string name(identifier());
    if (name.empty()) return reader_.error("a name must follow the dot");
    if (reader_.peek() == '(') return method(std::move(object), name, begin);
    if (name == "constructor") {
      return reader_.error(begin, name.size(), "constructors are not looked at",
                           "`@object()`, `@array()` and `@string()` ask for the type of `@`");
    }
    auto whole = make(Kind::kMember);
    whole->text = name;
    whole->parts.push_back(std::move(object));
    return whole;
  }

  Result<ExpressionPtr> method(ExpressionPtr object, const std::string& name, size_t begin) {
    const auto callee = find(kMethods, name);
    if (!callee) {
      const std::string near = near_help(kMethods, name);
      return reader_.error(begin, name.size(), "there is no method `" + name + "` in filters",
                           near.empty() ? "`includes`, `startsWith`, `match` are known" : near);
    }
    auto call = make(Kind::kCall);
    call->callee = *callee;
    call->parts.push_back(std::move(object));
    TIZZA_CHECK(arguments(*call));
    if (*callee == Callee::kMatch || *callee == Callee::kSearch) TIZZA_CHECK(patterned(*call, 1));
    return call;
  }

  /// A pattern that is given as text is compiled once.
  Status patterned(Expression& call, size_t index) {
    if (call.parts.size() <= index) return reader_.error("a pattern must be given");
    Expression& pattern = *call.parts[index];
    if (pattern.kind != Kind::kText) return {};
    TIZZA_TRY(pattern.regex, compile(pattern.text, "", reader_.at));
    pattern.kind = Kind::kRegex;
    return {};
  }

  Status arguments(Expression& call) {
    const size_t begin = reader_.at;
    ++reader_.at;  // the bracket
    reader_.skip_space();
    if (reader_.take(")")) return {};
    do {
      TIZZA_TRY(auto argument, conditional());
      call.parts.push_back(std::move(argument));
      reader_.skip_space();
    } while (reader_.take(","));
    if (reader_.take(")")) return {};
    return reader_.error(begin, 1, "this bracket is not closed");
  }

  std::string_view identifier() {
    const size_t begin = reader_.at;
    while (!reader_.at_end() && is_name_byte(reader_.peek(), false)) ++reader_.at;
    return reader_.text.substr(begin, reader_.at - begin);
  }

  Result<ExpressionPtr> primary() {
    reader_.skip_space();
    const char c = reader_.peek();
    const size_t begin = reader_.at;
    if (c == '(') return parenthesised();
    if (c == '[') return list();
    if (c == '/') return regex();
    if (c == '@') return at_name();
    if (c == '\'' || c == '"') {
      auto text = make(Kind::kText);
      TIZZA_TRY(text->text, parse_quoted(reader_));
      return text;
    }
    if (c >= '0' && c <= '9') return number();
    const bool is_root = c == '$' && !is_name_byte(reader_.peek(1), false);
    if (is_root) {
      ++reader_.at;
      return make(Kind::kRoot);
    }
    const std::string_view name = identifier();
    if (!name.empty()) return word(name, begin);
    return reader_.error(reader_.at_end() ? "the condition ends too early"
                                          : "a value must stand here: `@`, a text or a number");
  }

  Result<ExpressionPtr> parenthesised() {
    const size_t begin = reader_.at;
    ++reader_.at;
    TIZZA_TRY(auto inner, conditional());
    reader_.skip_space();
    if (!reader_.take(")")) {
      if (reader_.at_end()) return reader_.error(begin, 1, "this bracket is not closed");
      return reader_.error("an operator or `)` must stand here");
    }
    return inner;
  }

  Result<ExpressionPtr> list() {
    const size_t begin = reader_.at;
    ++reader_.at;
    auto whole = make(Kind::kList);
    reader_.skip_space();
    if (reader_.take("]")) return whole;
    do {
      TIZZA_TRY(auto item, conditional());
      whole->parts.push_back(std::move(item));
      reader_.skip_space();
    } while (reader_.take(","));
    if (!reader_.take("]")) return reader_.error(begin, 1, "this bracket is not closed");
    return whole;
  }

  Result<ExpressionPtr> regex() {
    const size_t begin = reader_.at;
    ++reader_.at;
    std::string pattern;
    bool in_class = false;
    while (!reader_.at_end() && (reader_.peek() != '/' || in_class)) {
      if (reader_.peek() == '\\' && reader_.at + 1 < reader_.text.size()) {
        pattern += reader_.peek();
        ++reader_.at;
      } else if (reader_.peek() == '[') {
        in_class = true;
      } else if (reader_.peek() == ']') {
        in_class = false;
      }
      pattern += reader_.peek();
      ++reader_.at;
    }
    if (!reader_.take("/")) return reader_.error(begin, 1, "this pattern is not closed");
    const std::string_view flags = identifier();
    auto whole = make(Kind::kRegex);
    whole->text = pattern;
    TIZZA_TRY(whole->regex, compile(pattern, flags, begin + 1));
    return whole;
  }

  Result<Regex> compile(std::string_view pattern, std::string_view flags, size_t begin) {
    auto compiled = Regex::compile(pattern, RegexSyntax::kEcma, flags);
    if (compiled.ok()) return compiled;
    return reader_.error(begin, pattern.size(), compiled.error().diagnostic.message,
                         compiled.error().diagnostic.help);
  }

  Result<ExpressionPtr> number() {
    auto whole = make(Kind::kNumber);
    const char* begin = reader_.text.data() + reader_.at;
    const char* end = reader_.text.data() + reader_.text.size();
    reader_.at += static_cast<size_t>(std::from_chars(begin, end, whole->number).ptr - begin);
    return whole;
  }

  void needs(uint32_t context) { reader_.context = std::max(reader_.context, context); }

  /// `@`, `@property` and their like, `@string()` and its like.
  Result<ExpressionPtr> at_name() {
    const size_t begin = reader_.at;
    ++reader_.at;
    const std::string name(identifier());
    if (name.empty()) return make(Kind::kCurrent);
    if (name == "root") return make(Kind::kRoot);
    if (name == "property") return make(Kind::kProperty);
    if (name == "parent" || name == "parentProperty") {
      needs(1);
      return make(name == "parent" ? Kind::kParent : Kind::kParentProperty);
    }
    if (name == "path") {
      needs(kWholePath);
      return make(Kind::kPath);
    }
    if (const auto callee = find(kTypes, name); callee && reader_.take("()")) {
      auto call = make(Kind::kCall);
      call->callee = *callee;
      call->parts.push_back(make(Kind::kCurrent));
      return call;
    }
    return reader_.error(
        begin, name.size() + 1, "`@" + name + "` is not known",
        near_names_help("@" + name, {"@property", "@parent", "@parentProperty", "@path", "@root",
                                     "@string()", "@number()", "@array()", "@object()"}));
  }

  Result<ExpressionPtr> word(std::string_view name, size_t begin) {
    if (name == "true" || name == "false") {
      auto whole = make(Kind::kBoolean);
      whole->boolean = name == "true";
      return whole;
    }
    if (name == "null") return make(Kind::kNull);
    if (name == "undefined") return make(Kind::kUndefined);
    if (name == "index") return make(Kind::kProperty);
    if (reader_.peek() == '(') return function(name, begin);
    std::string help = "write a text in quotes, and a name with a hyphen as `@['the-name']`";
    if (name == "typeof") help = "`@string()`, `@number()` and `@object()` ask for the type of `@`";
    return reader_.error(begin, name.size(), "`" + std::string(name) + "` is not known here", help);
  }

  Result<ExpressionPtr> function(std::string_view name, size_t begin) {
    const auto callee = find(kFunctions, name);
    if (!callee) {
      const std::string near = near_help(kFunctions, name);
      return reader_.error(
          begin, name.size(), "there is no function `" + std::string(name) + "` in filters",
          near.empty() ? "`length`, `count`, `match`, `search` and `value` are known" : near);
    }
    auto call = make(Kind::kCall);
    call->callee = *callee;
    TIZZA_CHECK(arguments(*call));
    const bool has_pattern =
        *callee == Callee::kMatchFunction || *callee == Callee::kSearchFunction;
    if (call->parts.size() != (has_pattern ? 2 : 1)) {
      return reader_.error(begin, name.size(),
                           "`" + std::string(name) + "` takes " +
                               (has_pattern ? "a text and a pattern" : "one argument"));
    }
    if (*callee == Callee::kMatchFunction && call->parts[1]->kind == Kind::kText) {
      // `match` asks for the whole text, `search` for a part of it.
      call->parts[1]->text = "^(?:" + call->parts[1]->text + ")$";
    }
    if (has_pattern) TIZZA_CHECK(patterned(*call, 1));
    return call;
  }

  Reader& reader_;
  bool rfc_;
};

}  // namespace

Result<ExpressionPtr> parse_condition(Reader& reader, bool rfc) {
  return Parser(reader, rfc).condition();
}

}  // namespace tizza::spec::jsonpath
