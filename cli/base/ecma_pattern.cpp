#include "base/ecma_pattern.hpp"

#include <fmt/core.h>

#include <optional>
#include <utility>

#include "base/unicode_categories.hpp"
#include "base/utf8.hpp"

namespace tizza {
namespace {

// WhiteSpace and LineTerminator of ECMA-262, and everything else, as the inside of a class.
constexpr std::string_view kSpaces = R"(\t-\r\x{FEFF}\p{Zs}\x{2028}\x{2029})";
constexpr std::string_view kNonSpaces =
    R"(\x{0}-\x{8}\x{E}-\x{1F}\x{21}-\x{9F}\x{A1}-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027})"
    R"(\x{202A}-\x{202E}\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{FEFE}\x{FF00}-\x{10FFFF})";
constexpr std::string_view kAny = R"([\x{0}-\x{10FFFF}])";
constexpr std::string_view kAnyButLineEnd = R"([^\n\r\x{2028}\x{2029}])";

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// One member of a class, or one escape: a code point, or a set in the syntax of PCRE2 that may
/// stand inside a class.
struct Atom {
  std::optional<char32_t> code_point;
  std::string set;
};

class Translator {
 public:
  Translator(std::string_view pattern, bool dot_all) : pattern_(pattern), dot_all_(dot_all) {}

  Result<TranslatedPattern> run() {
    while (!at_end()) {
      start_ = position_;
      TIZZA_CHECK(term());
    }
    return std::move(result_);
  }

 private:
  bool at_end() const { return position_ >= pattern_.size(); }
  char peek(size_t ahead = 0) const {
    return position_ + ahead < pattern_.size() ? pattern_[position_ + ahead] : '\0';
  }
  bool take(std::string_view expected) {
    if (!pattern_.substr(position_).starts_with(expected)) return false;
    position_ += expected.size();
    return true;
  }

  Error error(std::string_view reason) const { return pattern_error(pattern_, start_, reason); }

  void emit(std::string_view text) {
    result_.text += text;
    result_.origins.resize(result_.text.size(), static_cast<uint32_t>(start_));
  }
  void emit(char32_t code_point) { emit(literal(code_point)); }

  static std::string literal(char32_t code_point) {
    if (code_point < 0x80 && is_alphanumeric(static_cast<char>(code_point))) {
      return std::string(1, static_cast<char>(code_point));
    }
    return fmt::format("\\x{{{:X}}}", static_cast<uint32_t>(code_point));
  }

  char32_t take_code_point() {
    const utf8::Decoded decoded = utf8::decode(pattern_.substr(position_));
    position_ += decoded.size;
    return decoded.code_point;
  }

  Status term() {
    switch (peek()) {
      case '\\':
        return escape();
      case '[':
        return character_class();
      case '(':
        return group();
      case '.':
        ++position_;
        emit(dot_all_ ? kAny : kAnyButLineEnd);
        return {};
      case '*':
      case '+':
      case '?':
        return quantifier(pattern_.substr(position_, 1));
      case '{': {
        const std::string_view braces = counted_quantifier();
        if (!braces.empty()) return quantifier(braces);
        break;
      }
      case '^':
      case '$':
      case '|':
      case ')':
        emit(pattern_.substr(position_++, 1));
        return {};
      default:
        break;
    }
    emit(take_code_point());
    return {};
  }

  /// `{2}`, `{2,}` or `{2,5}` where one starts here, else nothing: then the brace is a literal.
  std::string_view counted_quantifier() const {
    size_t end = position_ + 1;
    const auto skip_digits = [&] {
      const size_t begin = end;
      while (end < pattern_.size() && pattern_[end] >= '0' && pattern_[end] <= '9') ++end;
      return end > begin;
    };
    if (!skip_digits()) return {};
    if (end < pattern_.size() && pattern_[end] == ',') {
      ++end;
      skip_digits();
    }
    if (end >= pattern_.size() || pattern_[end] != '}') return {};
    return pattern_.substr(position_, end + 1 - position_);
  }

  Status quantifier(std::string_view text) {
    emit(text);
    position_ += text.size();
    if (take("?")) emit("?");
    // PCRE2 would take a second one for a possessive or a nested quantifier.
    if (peek() == '+' || peek() == '*' || peek() == '?') {
      start_ = position_;
      return error("a quantifier follows a quantifier");
    }
    return {};
  }

  Status group() {
    for (const std::string_view opening : {"(?:", "(?=", "(?!", "(?<=", "(?<!"}) {
      if (take(opening)) {
        emit(opening);
        return {};
      }
    }
    const size_t name_end = pattern_.find('>', position_);
    if (pattern_.substr(position_).starts_with("(?<") && name_end != std::string_view::npos) {
      emit(pattern_.substr(position_, name_end + 1 - position_));
      position_ = name_end + 1;
      return {};
    }
    if (peek(1) == '?' || peek(1) == '*') return error("this kind of group is not in ECMA-262");
    ++position_;
    emit("(");
    return {};
  }

  Status escape() {
    const char kind = peek(1);
    if (kind == 'b' || kind == 'B') {
      emit(pattern_.substr(position_, 2));
      position_ += 2;
      return {};
    }
    if (kind == 'k') return named_reference();
    if (kind >= '1' && kind <= '9') return numbered_reference();
    TIZZA_TRY(const Atom atom, escaped_atom());
    if (atom.code_point) {
      emit(*atom.code_point);
    } else {
      emit("[" + atom.set + "]");
    }
    return {};
  }

  Status named_reference() {
    const size_t end = pattern_.find('>', position_);
    if (peek(2) != '<' || end == std::string_view::npos) return error("`\\k` needs a `<name>`");
    emit(fmt::format("\\k<{}>", pattern_.substr(position_ + 3, end - position_ - 3)));
    position_ = end + 1;
    return {};
  }

  Status numbered_reference() {
    ++position_;
    const size_t begin = position_;
    while (peek() >= '0' && peek() <= '9') ++position_;
    emit(fmt::format("\\g{{{}}}", pattern_.substr(begin, position_ - begin)));
    return {};
  }

  /// An escape that means the same in and outside of a class. The backslash is next.
  Result<Atom> escaped_atom() {
    ++position_;
    if (at_end()) return error("a backslash stands at the end");
    const char kind = peek();
    switch (kind) {
      case 'd':
      case 'D':
      case 'w':
      case 'W':
        ++position_;
        return Atom{{}, std::string("\\") + kind};
      case 's':
      case 'S':
        ++position_;
        return Atom{{}, std::string(kind == 's' ? kSpaces : kNonSpaces)};
      case 'p':
      case 'P':
        return property();
      case 'c':
        return control();
      case 'x':
        return hexadecimal();
      case 'u':
        return unicode();
      default:
        return simple_escape();
    }
  }

  Result<Atom> simple_escape() {
    constexpr std::string_view kNames = "tnvfr0";
    constexpr std::string_view kValues("\t\n\v\f\r\0", 6);
    const char kind = peek();
    const size_t known = kNames.find(kind);
    if (known != std::string_view::npos) {
      if (kind == '0' && peek(1) >= '0' && peek(1) <= '9') return error("octal escape");
      ++position_;
      return Atom{static_cast<char32_t>(kValues[known]), {}};
    }
    if (is_alphanumeric(kind)) return error(fmt::format("`\\{}` is not in ECMA-262", kind));
    return Atom{take_code_point(), {}};
  }

  Result<Atom> control() {
    const char letter = peek(1);
    if (!is_alphanumeric(letter) || letter <= '9') return error("`\\c` needs a letter");
    position_ += 2;
    return Atom{static_cast<char32_t>(letter & 0x1F), {}};
  }

  std::optional<char32_t> hex_digits(size_t count) {
    char32_t value = 0;
    for (size_t i = 0; i < count; ++i) {
      const int digit = hex_value(peek(i));
      if (digit < 0) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    position_ += count;
    return value;
  }

  Result<Atom> hexadecimal() {
    ++position_;
    const auto value = hex_digits(2);
    if (!value) return error("`\\x` needs two hexadecimal digits");
    return Atom{*value, {}};
  }

  Result<Atom> unicode() {
    ++position_;
    if (take("{")) return braced_unicode();
    auto value = hex_digits(4);
    if (!value) return error("`\\u` needs four hexadecimal digits");
    if (*value >= 0xD800 && *value < 0xDC00 && take("\\u")) {
      const auto low = hex_digits(4);
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        value = 0x10000 + ((*value - 0xD800) << 10) + (*low - 0xDC00);
      }
    }
    if (*value >= 0xD800 && *value < 0xE000) return error("half of a surrogate pair");
    return Atom{*value, {}};
  }

  Result<Atom> braced_unicode() {
    char32_t value = 0;
    size_t digits = 0;
    for (; hex_value(peek()) >= 0 && value <= 0x10FFFF; ++digits) {
      value = value * 16 + static_cast<char32_t>(hex_value(peek()));
      ++position_;
    }
    if (digits == 0 || value > 0x10FFFF || !take("}")) return error("`\\u{` needs a code point");
    if (value >= 0xD800 && value < 0xE000) return error("half of a surrogate pair");
    return Atom{value, {}};
  }

  Result<Atom> property() {
    const char kind = peek();
    const size_t end = pattern_.find('}', position_);
    if (peek(1) != '{' || end == std::string_view::npos) {
      return error(fmt::format("`\\{}` needs a property in braces", kind));
    }
    std::string_view name = pattern_.substr(position_ + 2, end - position_ - 2);
    position_ = end + 1;
    const size_t equals = name.find('=');
    if (equals == std::string_view::npos) {
      return Atom{{}, fmt::format("\\{}{{{}}}", kind, short_category_name(name))};
    }
    const std::string_view key = name.substr(0, equals);
    name = name.substr(equals + 1);
    if (key == "General_Category" || key == "gc") {
      return Atom{{}, fmt::format("\\{}{{{}}}", kind, short_category_name(name))};
    }
    if (key == "Script" || key == "sc") return Atom{{}, fmt::format("\\{}{{sc:{}}}", kind, name)};
    if (key == "Script_Extensions" || key == "scx") {
      return Atom{{}, fmt::format("\\{}{{scx:{}}}", kind, name)};
    }
    return error(fmt::format("`{}` is no property of Unicode", key));
  }

  Result<Atom> class_atom() {
    if (peek() != '\\') return Atom{take_code_point(), {}};
    if (peek(1) == 'b') {
      position_ += 2;
      return Atom{U'\b', {}};
    }
    return escaped_atom();
  }

  /// Writes each member in a form that has one meaning for PCRE2, whatever stands beside it.
  Status character_class() {
    ++position_;
    const bool negated = take("^");
    if (take("]")) {
      emit(negated ? "[\\x{0}-\\x{10FFFF}]" : "(?!)");
      return {};
    }
    emit(negated ? "[^" : "[");
    while (!take("]")) {
      if (at_end()) return error("the class is not closed");
      start_ = position_;
      TIZZA_TRY(const Atom low, class_atom());
      if (low.code_point && peek() == '-' && peek(1) != ']' && peek(1) != '\0') {
        TIZZA_CHECK(range(*low.code_point));
      } else {
        emit(low.code_point ? literal(*low.code_point) : low.set);
      }
    }
    emit("]");
    return {};
  }

  Status range(char32_t low) {
    ++position_;
    TIZZA_TRY(const Atom high, class_atom());
    if (!high.code_point) {
      emit(literal(low) + literal(U'-') + high.set);
      return {};
    }
    if (*high.code_point < low) return error("the range is out of order");
    emit(literal(low) + "-" + literal(*high.code_point));
    return {};
  }

  std::string_view pattern_;
  bool dot_all_;
  size_t position_ = 0;
  size_t start_ = 0;  // of the term that is being translated
  TranslatedPattern result_;
};

}  // namespace

Result<TranslatedPattern> translate_ecma_pattern(std::string_view pattern, bool dot_all) {
  return Translator(pattern, dot_all).run();
}

Error pattern_error(std::string_view pattern, size_t offset, std::string_view reason) {
  constexpr size_t kShown = 80;
  const std::string shown =
      pattern.size() > kShown ? std::string(pattern.substr(0, kShown)) + "…" : std::string(pattern);
  const size_t character = utf8::count_code_points(pattern.substr(0, offset)) + 1;
  return failure("pattern", fmt::format("pattern `{}` cannot be used: {} (character {})", shown,
                                        reason, character));
}

}  // namespace tizza
