#include "release/python_tokens.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "text/readable_text.hpp"

namespace tizza::release {
namespace {

using Kind = PythonTokenKind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_character(char c) {
  return is_name_start(c) || is_digit(c);
}

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

/// Whether a name directly before a quote belongs to the literal.
bool is_string_prefix(std::string_view name) {
  constexpr std::string_view kLetters = "rRbBuUfFtT";
  return name.size() <= 2 && name.find_first_not_of(kLetters) == std::string_view::npos;
}

// Those of more than one character, longest first.
constexpr std::array<std::string_view, 25> kLongOperators = {
    "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "==", "!=", "<=", ">=",
    "->",  ":=",  "+=",  "-=",  "*=",  "/=", "%=", "@=", "&=", "|=", "^=", "<>"};

class Tokenizer {
 public:
  explicit Tokenizer(const SourcePtr& source)
      : source_(source), text_(source->text()), at_(text_start(*source)) {}

  Result<std::vector<PythonToken>> run() {
    start_line();
    while (at_ < text_.size()) TIZZA_CHECK(step());
    if (!open_.empty()) {
      return error(open_.back(), open_.back() + 1,
                   fmt::format("bracket `{}` is never closed", text_[open_.back()]));
    }
    end_line(at_);
    add(Kind::kEnd, at_, at_);
    return std::move(tokens_);
  }

 private:
  char peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  Status step() {
    const char c = peek();
    if (c == '\n' || c == '\r') {
      take_line_end();
    } else if (c == ' ' || c == '\t' || c == '\f') {
      ++at_;
    } else if (c == '#') {
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    } else if (c == '\\' && (peek(1) == '\n' || peek(1) == '\r')) {
      at_ += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;  // the next line continues this one
    } else if (is_quote(c)) {
      return take_string(at_);
    } else if (is_name_start(c)) {
      return take_name();
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      take_number();
    } else {
      return take_operator();
    }
    return {};
  }

  void take_line_end() {
    const size_t begin = at_;
    at_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
    if (!open_.empty()) return;
    end_line(begin);
    start_line();
  }

  void start_line() {
    const size_t begin = at_;
    while (peek() == ' ' || peek() == '\t') ++at_;
    indent_ = static_cast<uint32_t>(at_ - begin);
    is_line_start_ = true;
  }

  void end_line(size_t at) {
    if (!is_line_start_) add(Kind::kLineEnd, at, at);  // lines of blanks and comments have no end
  }

  Status take_name() {
    const size_t begin = at_;
    while (is_name_character(peek())) ++at_;
    if (is_quote(peek()) && is_string_prefix(text_.substr(begin, at_ - begin))) {
      return take_string(begin);
    }
    add(Kind::kName, begin, at_);
    return {};
  }

  void take_number() {
    const size_t begin = at_;
    while (is_name_character(peek()) || peek() == '.' ||
           ((peek() == '+' || peek() == '-') && (text_[at_ - 1] | 0x20) == 'e' && at_ > begin)) {
      ++at_;
    }
    add(Kind::kNumber, begin, at_);
  }

  /// at_ stands on the opening quote, `begin` on the prefix.
  Status take_string(size_t begin) {
    const char quote = peek();
    const bool is_triple = peek(1) == quote && peek(2) == quote;
    at_ += is_triple ? 3 : 1;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        ++at_;  // a raw string keeps the backslash, but it does not end there either
        if (peek() == '\r' && peek(1) == '\n') ++at_;
      } else if (c == quote && (!is_triple || (peek(1) == quote && peek(2) == quote))) {
        at_ += is_triple ? 3 : 1;
        add(Kind::kString, begin, at_);
        return {};
      } else if (!is_triple && (c == '\n' || c == '\r')) {
        break;
      }
    }
    return error(begin, std::min(at_, text_.size()), "string is never closed");
  }

  Status take_operator() {
    const char c = peek();
    if (c == '(' || c == '[' || c == '{') open_.push_back(at_);
    if (c == ')' || c == ']' || c == '}') {
      const char partner = c == ')' ? '(' : static_cast<char>(c - 2);
      if (open_.empty() || text_[open_.back()] != partner) {
        return error(at_, at_ + 1, fmt::format("bracket `{}` closes nothing", c));
      }
      open_.pop_back();
    }
    const auto rest = text_.substr(at_);
    const auto found = std::find_if(kLongOperators.begin(), kLongOperators.end(),
                                    [&](std::string_view op) { return rest.starts_with(op); });
    const size_t size = found == kLongOperators.end() ? 1 : found->size();
    at_ += size;
    add(Kind::kOperator, at_ - size, at_);
    return {};
  }

  void add(Kind kind, size_t begin, size_t end) {
    const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    tokens_.push_back({kind, span, text_.substr(begin, end - begin), indent_, is_line_start_});
    is_line_start_ = false;
  }

  Error error(size_t begin, size_t end, std::string message) const {
    return syntax_error(source_, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                        std::move(message));
  }

  SourcePtr source_;
  std::string_view text_;
  size_t at_;
  std::vector<size_t> open_;  // places of the brackets that are still open
  uint32_t indent_ = 0;
  bool is_line_start_ = true;
  std::vector<PythonToken> tokens_;
};

}  // namespace

Result<std::vector<PythonToken>> read_python_tokens(const SourcePtr& source) {
  TIZZA_CHECK(check_readable(source));
  return Tokenizer(source).run();
}

PythonString python_string(const PythonToken& token) {
  const auto quote = static_cast<uint32_t>(token.text.find_first_of("\"'"));
  const auto rest = token.text.substr(quote);
  const bool is_triple = rest.size() >= 6 && rest[1] == rest[0] && rest[2] == rest[0];
  const uint32_t width = is_triple ? 3 : 1;
  return {token.text.substr(0, quote), {token.span.begin + quote + width, token.span.end - width}};
}

}  // namespace tizza::release
