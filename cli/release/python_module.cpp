#include "release/python_module.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/strings.hpp"

namespace tizza::release {
namespace {

using Kind = PythonTokenKind;
using Tokens = PythonModule::Tokens;

constexpr std::string_view kHelp = "write `VERSION = \"1.4.0\"` and `setup(version=VERSION)`";

// Names lead to names; a longer chain than this is a circle.
constexpr int kMaxNames = 8;
// Lists of names lead to lists of names; more than this is a circle, or grows like one.
constexpr int kMaxLookups = 100;

bool is_operator(const PythonToken& token, std::string_view text) {
  return token.kind == Kind::kOperator && token.text == text;
}

bool is_name(const PythonToken& token, std::string_view text) {
  return token.kind == Kind::kName && token.text == text;
}

/// `=`, `:=`, `+=` and the like: what stands before it is bound.
bool is_assignment(const PythonToken& token) {
  constexpr std::string_view kComparisons[] = {"==", "!=", "<=", ">="};
  return token.kind == Kind::kOperator && token.text.ends_with('=') &&
         std::find(std::begin(kComparisons), std::end(kComparisons), token.text) ==
             std::end(kComparisons);
}

int depth_change(const PythonToken& token) {
  if (token.kind != Kind::kOperator || token.text.size() != 1) return 0;
  if (std::string_view("([{").find(token.text) != std::string_view::npos) return 1;
  return std::string_view(")]}").find(token.text) != std::string_view::npos ? -1 : 0;
}

/// The tokens up to the first of `ends` outside all brackets.
Tokens take_until(Tokens tokens, std::string_view ends) {
  int depth = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const PythonToken& token = tokens[i];
    if (token.kind == Kind::kEnd || token.kind == Kind::kLineEnd) return tokens.first(i);
    const bool is_end = token.kind == Kind::kOperator && token.text.size() == 1 &&
                        ends.find(token.text) != std::string_view::npos;
    if (depth == 0 && is_end) return tokens.first(i);
    depth += depth_change(token);
  }
  return tokens;
}

/// Without brackets around the whole of it.
Tokens without_parentheses(Tokens tokens) {
  while (tokens.size() > 2 && is_operator(tokens.front(), "(") &&
         take_until(tokens.subspan(1), ")").size() == tokens.size() - 2) {
    tokens = tokens.subspan(1, tokens.size() - 2);
  }
  return tokens;
}

/// The value of an assignment whose target is `tokens[0]`; none where it is no assignment. An
/// augmented one has an empty value: what it makes is computed.
std::optional<Tokens> assigned_value(Tokens tokens) {
  Tokens rest = tokens.subspan(1);
  if (tokens.front().starts_line && is_operator(rest.front(), ":")) {  // `NAME: type = value`
    const Tokens type = take_until(rest.subspan(1), "=;");
    rest = rest.subspan(1 + type.size());
    if (!is_operator(rest.front(), "=")) return std::nullopt;
  }
  if (!is_assignment(rest.front())) return std::nullopt;
  if (rest.front().text != "=") return Tokens();
  rest = take_until(rest.subspan(1), ";");
  while (rest.size() > 2 && rest[0].kind == Kind::kName && is_operator(rest[1], "=")) {
    rest = rest.subspan(2);  // `A = B = value`
  }
  return rest;
}

/// Words behind which a name is bound to something that cannot be read here.
bool binds_next_name(const PythonToken& token) {
  constexpr std::string_view kWords[] = {"as", "del", "for"};
  return token.kind == Kind::kName &&
         std::find(std::begin(kWords), std::end(kWords), token.text) != std::end(kWords);
}

bool opens_body(const PythonToken& token) {
  return is_name(token, "def") || is_name(token, "class") || is_name(token, "async");
}

Span span_of(Tokens tokens) {
  return {tokens.front().span.begin, tokens.back().span.end};
}

}  // namespace

Result<PythonModule> PythonModule::read(const SourcePtr& source) {
  TIZZA_TRY(auto tokens, read_python_tokens(source));
  return PythonModule(source, std::move(tokens));
}

std::vector<PythonModule::Call> PythonModule::calls(std::string_view function,
                                                    std::string_view keyword,
                                                    bool (*is_module)(std::string_view)) const {
  std::vector<Call> found;
  for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (!is_name(tokens_[i], function) || !is_operator(tokens_[i + 1], "(")) continue;
    if (i > 0 && is_name(tokens_[i - 1], "def")) continue;
    const bool is_method = i > 0 && is_operator(tokens_[i - 1], ".");
    if (is_method && (i < 2 || !is_module(tokens_[i - 2].text))) continue;
    Call call{tokens_[i].span, {}};
    Tokens rest = Tokens(tokens_).subspan(i + 2);
    for (;;) {
      const Tokens argument = take_until(rest, ",)");
      if (argument.size() > 2 && is_name(argument[0], keyword) && is_operator(argument[1], "=")) {
        call.arguments.push_back(argument.subspan(2));
      }
      rest = rest.subspan(argument.size());
      if (!is_operator(rest.front(), ",")) break;
      rest = rest.subspan(1);
    }
    found.push_back(std::move(call));
  }
  return found;
}

std::vector<PythonModule::Binding> PythonModule::bindings(std::string_view name) const {
  std::vector<Binding> found;
  std::optional<uint32_t> body;  // the indentation of the definition whose body this is
  bool is_import = false;
  int depth = 0;
  for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
    const PythonToken& token = tokens_[i];
    if (token.starts_line) {
      if (body && token.indent <= *body) body.reset();
      is_import = is_name(token, "import") || is_name(token, "from");
      if (!body && opens_body(token)) {
        body = token.indent;
        if (is_name(tokens_[i + 1], name)) found.push_back({tokens_[i + 1].span, {}});
      }
    }
    depth += depth_change(token);
    if (body || !is_name(token, name) || (i > 0 && is_operator(tokens_[i - 1], "."))) continue;
    const bool is_renamed = is_import && is_name(tokens_[i + 1], "as");
    if ((is_import && !is_renamed) || (i > 0 && binds_next_name(tokens_[i - 1]))) {
      found.push_back({token.span, {}});
    } else if (const auto value = assigned_value(Tokens(tokens_).subspan(i));
               value && (depth == 0 || tokens_[i + 1].text == ":=")) {
      found.push_back({token.span, *value});
    }
  }
  return found;
}

Result<FoundVersion> PythonModule::constant(std::string_view name) const {
  return constant(name, {}, 0);
}

Result<FoundVersion> PythonModule::evaluate(Tokens expression) const {
  return evaluate(expression, 0);
}

Result<FoundVersion> PythonModule::constant(std::string_view name, Span asked, int depth) const {
  const auto found = bindings(name);
  if (found.empty()) {
    return version_absent(
        {source_, asked},
        fmt::format("`{}` uses `{}`, which it does not set itself", source_->path(), name),
        std::string(kHelp));
  }
  if (found.size() > 1) {
    return version_ambiguous({source_, found[1].name},
                             fmt::format("`{}` sets `{}` more than once", source_->path(), name),
                             {source_, found[0].name}, "keep one of them");
  }
  if (found[0].value.empty()) {
    return version_absent({source_, found[0].name},
                          fmt::format("`{}` gets `{}` from elsewhere", source_->path(), name),
                          std::string(kHelp));
  }
  return evaluate(found[0].value, depth);
}

Result<FoundVersion> PythonModule::evaluate(Tokens expression, int depth) const {
  expression = without_parentheses(expression);
  const PythonToken& token = expression.front();
  if (expression.size() > 1 || depth > kMaxNames) return computed(expression);
  if (token.kind == Kind::kString) return literal(token);
  if (token.kind != Kind::kName) return computed(expression);
  return constant(token.text, token.span, depth + 1);
}

Result<std::vector<FoundVersion>> PythonModule::texts(Tokens expression) const {
  std::vector<FoundVersion> found;
  int lookups = 0;
  TIZZA_CHECK(add_texts(expression, lookups, found));
  return found;
}

Status PythonModule::add_texts(Tokens expression, int& lookups,
                               std::vector<FoundVersion>& texts) const {
  constexpr std::string_view kBrackets = "[](){},+";
  for (size_t i = 0; i < expression.size(); ++i) {
    const PythonToken& token = expression[i];
    const bool is_last = i + 1 == expression.size();
    if (token.kind == Kind::kOperator && kBrackets.find(token.text) != std::string_view::npos) {
      continue;
    }
    if (!is_last && is_operator(expression[i + 1], ":")) {  // the key of a dictionary
      ++i;
    } else if (!is_last && expression[i + 1].kind != Kind::kOperator) {
      return computed(expression);  // strings side by side are one
    } else if (token.kind == Kind::kString) {
      TIZZA_TRY(auto text, literal(token));
      texts.push_back(std::move(text));
    } else {
      const auto found = bindings(token.text);
      const bool is_call =
          !is_last && (is_operator(expression[i + 1], "(") || is_operator(expression[i + 1], "."));
      const bool is_known = token.kind == Kind::kName && found.size() == 1 && !is_call &&
                            !found[0].value.empty() && ++lookups < kMaxLookups;
      if (!is_known) return computed(expression);
      TIZZA_CHECK(add_texts(found[0].value, lookups, texts));
    }
  }
  return {};
}

Result<FoundVersion> PythonModule::literal(const PythonToken& token) const {
  const PythonString parts = python_string(token);
  const std::string prefix = to_lower(parts.prefix);
  const auto content = source_->slice(parts.content);
  const bool is_plain = prefix.empty() || prefix == "u" || prefix == "r";
  if (!is_plain || content.find('\\') != std::string_view::npos) return computed({&token, 1});
  return FoundVersion{std::string(content), {source_, parts.content}};
}

Error PythonModule::computed(Tokens expression) const {
  constexpr size_t kShown = 60;
  const Span span = span_of(expression);
  auto text = source_->slice(span);
  text = text.substr(0, std::min(text.find_first_of("\r\n"), kShown));
  return version_absent({source_, span},
                        fmt::format("`{}` computes its version: `{}`", source_->path(), text),
                        std::string(kHelp));
}

}  // namespace tizza::release
