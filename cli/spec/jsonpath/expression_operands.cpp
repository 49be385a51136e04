#include <algorithm>
#include <charconv>

#include "base/near_names.hpp"
#include "spec/jsonpath/expression_parser.hpp"
#include "spec/jsonpath/expression_words.hpp"

namespace tizza::spec::jsonpath {

namespace {

using Kind = Expression::Kind;

}  // namespace

std::string_view Parser::identifier() {
  const size_t begin = reader_.at;
  while (!reader_.at_end() && is_name_byte(reader_.peek(), false)) ++reader_.at;
  return reader_.text.substr(begin, reader_.at - begin);
}

Result<ExpressionPtr> Parser::primary() {
  reader_.skip_space();
  const char c = reader_.peek();
  const size_t begin = reader_.at;
  if (c == '(') return parenthesised();
  if (c == '[') return list();
  if (c == '/') return regex();
  if (c == '@') return at_name();
  if (c == '\'' || c == '"') {
    auto text = make_expression(Kind::kText);
    TIZZA_TRY(text->text, parse_quoted(reader_));
    return text;
  }
  if (c >= '0' && c <= '9') return number();
  const bool is_root = c == '$' && !is_name_byte(reader_.peek(1), false);
  if (is_root) {
    ++reader_.at;
    return make_expression(Kind::kRoot);
  }
  const std::string_view name = identifier();
  if (!name.empty()) return word(name, begin);
  return reader_.error(reader_.at_end() ? "the condition ends too early"
                                        : "a value must stand here: `@`, a text or a number");
}

Result<ExpressionPtr> Parser::parenthesised() {
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

Result<ExpressionPtr> Parser::list() {
  const size_t begin = reader_.at;
  ++reader_.at;
  auto whole = make_expression(Kind::kList);
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

Result<ExpressionPtr> Parser::regex() {
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
  auto whole = make_expression(Kind::kRegex);
  whole->text = pattern;
  TIZZA_TRY(whole->regex, compile(pattern, flags, begin + 1));
  return whole;
}

Result<Regex> Parser::compile(std::string_view pattern, std::string_view flags, size_t begin) {
  auto compiled = Regex::compile(pattern, RegexSyntax::kEcma, flags);
  if (compiled.ok()) return compiled;
  return reader_.error(begin, pattern.size(), compiled.error().diagnostic.message,
                       compiled.error().diagnostic.help);
}

Result<ExpressionPtr> Parser::number() {
  auto whole = make_expression(Kind::kNumber);
  const char* begin = reader_.text.data() + reader_.at;
  const char* end = reader_.text.data() + reader_.text.size();
  reader_.at += static_cast<size_t>(std::from_chars(begin, end, whole->number).ptr - begin);
  return whole;
}

void Parser::needs(uint32_t context) {
  reader_.context = std::max(reader_.context, context);
}

Result<ExpressionPtr> Parser::at_name() {
  const size_t begin = reader_.at;
  ++reader_.at;
  const std::string name(identifier());
  if (name.empty()) return make_expression(Kind::kCurrent);
  if (name == "root") return make_expression(Kind::kRoot);
  if (name == "property") return make_expression(Kind::kProperty);
  if (name == "parent" || name == "parentProperty") {
    needs(1);
    return make_expression(name == "parent" ? Kind::kParent : Kind::kParentProperty);
  }
  if (name == "path") {
    needs(kWholePath);
    return make_expression(Kind::kPath);
  }
  if (const auto callee = find_callee(known_types(), name); callee && reader_.take("()")) {
    auto call = make_expression(Kind::kCall);
    call->callee = *callee;
    call->parts.push_back(make_expression(Kind::kCurrent));
    return call;
  }
  return reader_.error(
      begin, name.size() + 1, "`@" + name + "` is not known",
      near_names_help("@" + name, {"@property", "@parent", "@parentProperty", "@path", "@root",
                                   "@string()", "@number()", "@array()", "@object()"}));
}

Result<ExpressionPtr> Parser::word(std::string_view name, size_t begin) {
  if (name == "true" || name == "false") {
    auto whole = make_expression(Kind::kBoolean);
    whole->boolean = name == "true";
    return whole;
  }
  if (name == "null") return make_expression(Kind::kNull);
  if (name == "undefined") return make_expression(Kind::kUndefined);
  if (name == "index") return make_expression(Kind::kProperty);
  if (reader_.peek() == '(') return function(name, begin);
  std::string help = "write a text in quotes, and a name with a hyphen as `@['the-name']`";
  if (name == "typeof") help = "`@string()`, `@number()` and `@object()` ask for the type of `@`";
  return reader_.error(begin, name.size(), "`" + std::string(name) + "` is not known here", help);
}

Result<ExpressionPtr> Parser::function(std::string_view name, size_t begin) {
  const auto callee = find_callee(known_functions(), name);
  if (!callee) {
    const std::string near = near_callees(known_functions(), name);
    return reader_.error(
        begin, name.size(), "there is no function `" + std::string(name) + "` in filters",
        near.empty() ? "`length`, `count`, `match`, `search` and `value` are known" : near);
  }
  auto call = make_expression(Kind::kCall);
  call->callee = *callee;
  TIZZA_CHECK(arguments(*call));
  const bool has_pattern = *callee == Callee::kMatchFunction || *callee == Callee::kSearchFunction;
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

}  // namespace tizza::spec::jsonpath
