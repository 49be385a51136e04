#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/utf8.hpp"
#include "expr/failure.hpp"
#include "expr/format.hpp"
#include "expr/printing.hpp"
#include "expr/text_index.hpp"
#include "expr/text_operations.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

// Floats have at most 309 digits before the point; more behind it would all be zeros.
constexpr int64_t kMostPrecision = 1000;

bool is_align(std::string_view c) {
  return c == "<" || c == ">" || c == "^" || c == "=";
}

[[noreturn]] void fail_spec(std::string_view text) {
  throw Failure("`" + std::string(text) + "` is no format specification");
}

int64_t parse_count(std::string_view& text, std::string_view whole) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) fail_spec(whole);
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return value;
}

bool starts_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

std::string grouped(std::string digits, char separator, size_t every) {
  if (separator == 0) return digits;
  for (size_t at = digits.size(); at > every;) {
    at -= every;
    digits.insert(at, 1, separator);
  }
  return digits;
}

// Sign, digits and all: filled to the width.
std::string laid_out(const std::string& sign, const std::string& body, const FormatSpec& spec,
                     char usual) {
  const char align = spec.align ? spec.align : usual;
  const auto sign_size = static_cast<int64_t>(sign.size());
  if (align == '=') return sign + pad_left(body, spec.width - sign_size, spec.fill);
  if (align == '>') return pad_left(sign + body, spec.width, spec.fill);
  if (align == '<') return pad_right(sign + body, spec.width, spec.fill);
  const std::string text = sign + body;
  const auto size = static_cast<int64_t>(utf8::count_code_points(text));
  const int64_t pad = spec.width - size;
  if (pad <= 0) return text;
  return pad_right(pad_left(text, size + pad / 2, spec.fill), spec.width, spec.fill);
}

std::string sign_of(bool is_negative, const FormatSpec& spec) {
  if (is_negative) return "-";
  return spec.sign == '-' ? "" : std::string(1, spec.sign);
}

std::string format_int(int64_t value, const FormatSpec& spec) {
  const uint64_t size = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  const char type = spec.type ? spec.type : 'd';
  if (type == 'c') {
    std::string text;
    utf8::append(text, static_cast<char32_t>(size));
    return laid_out("", text, spec, '<');
  }
  const int base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'd' || type == 'n' ? 10 : 16;
  char buffer[72];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, size, base);
  std::string digits(buffer, written.ptr);
  if (type == 'X') digits = upper_text(digits);
  digits = grouped(std::move(digits), spec.grouping, base == 10 ? 3 : 4);
  std::string sign = sign_of(value < 0, spec);
  if (spec.is_alternate && base != 10) sign.append("0").append(1, type);
  return laid_out(sign, digits, spec, '>');
}

std::string float_digits(double size, const FormatSpec& spec) {
  char type = spec.type;
  if (type == 0 && spec.precision < 0) return float_text(size);
  const int64_t precision = spec.precision < 0 ? 6 : spec.precision;
  if (precision > kMostPrecision) throw Failure("the precision is too large");
  const bool is_percent = type == '%';
  if (is_percent) {
    type = 'f';
    size *= 100;
  }
  if (type == 0 || type == 'n') type = 'g';
  const std::string pattern = std::string("%") + (spec.is_alternate ? "#" : "") + ".*" + type;
  std::string text(512, '\0');
  int length =
      std::snprintf(text.data(), text.size(), pattern.c_str(), static_cast<int>(precision), size);
  if (length >= static_cast<int>(text.size())) {
    text.resize(static_cast<size_t>(length) + 1);
    length =
        std::snprintf(text.data(), text.size(), pattern.c_str(), static_cast<int>(precision), size);
  }
  text.resize(static_cast<size_t>(length));
  // Without a type Python keeps one digit behind the point.
  const bool is_plain = spec.type == 0 && text.find_first_of(".en") == std::string::npos;
  if (is_plain) text += ".0";
  return is_percent ? text + "%" : text;
}

std::string format_float(double value, const FormatSpec& spec) {
  const bool is_negative = std::signbit(value) && !std::isnan(value);
  std::string digits = float_digits(std::fabs(value), spec);
  const size_t whole = digits.find_first_not_of("0123456789");
  const size_t end = whole == std::string::npos ? digits.size() : whole;
  digits = grouped(digits.substr(0, end), spec.grouping, 3) + digits.substr(end);
  return laid_out(sign_of(is_negative, spec), digits, spec, '>');
}

}  // namespace

FormatSpec parse_format_spec(std::string_view text) {
  const std::string_view whole = text;
  FormatSpec spec;
  if (!text.empty()) {
    const size_t first = utf8::decode(text).size;
    if (text.size() > first && is_align(text.substr(first, 1))) {
      spec.fill = text.substr(0, first);
      spec.align = text[first];
      text.remove_prefix(first + 1);
    } else if (is_align(text.substr(0, 1))) {
      spec.align = text[0];
      text.remove_prefix(1);
    }
  }
  const auto take = [&](std::string_view accepted) -> char {
    if (text.empty() || accepted.find(text[0]) == std::string_view::npos) return 0;
    const char c = text[0];
    text.remove_prefix(1);
    return c;
  };
  if (const char sign = take("+- ")) spec.sign = sign;
  spec.is_alternate = take("#") != 0;
  if (text.starts_with("0") && spec.align == 0) {
    spec.fill = "0";
    spec.align = '=';
  }
  if (starts_digit(text)) spec.width = parse_count(text, whole);
  spec.grouping = take(",_");
  if (take(".")) {
    if (!starts_digit(text)) fail_spec(whole);
    spec.precision = parse_count(text, whole);
  }
  spec.type = take("bcdeEfFgGnosxX%");
  if (!text.empty()) fail_spec(whole);
  return spec;
}

std::string format_value(Heap& heap, const Object& value, const FormatSpec& spec) {
  constexpr std::string_view kFloatTypes = "eEfFgGn%";
  constexpr std::string_view kIntTypes = "bcdnoxX";
  const bool wants_float = spec.type != 0 && kFloatTypes.find(spec.type) != std::string_view::npos;
  const bool wants_int = spec.type != 0 && kIntTypes.find(spec.type) != std::string_view::npos;
  if (value.is_float() && (wants_float || spec.type == 0)) return format_float(value.real(), spec);
  if (value.is_int()) {
    if (wants_float && spec.type != 'n') return format_float(value.real(), spec);
    if (spec.precision >= 0) throw Failure("an int has no precision");
    if (wants_int || spec.type == 0) return format_int(value.integer(), spec);
  }
  if ((!value.is_string() && !value.is_none()) || (spec.type != 0 && spec.type != 's') ||
      spec.align == '=') {
    throw Failure("a `" + std::string(type_name(value)) + "` cannot be formatted like that");
  }
  std::string text = to_text(heap, value);
  if (spec.precision >= 0) {
    const TextIndex index(text);
    const auto kept = std::min<uint64_t>(static_cast<uint64_t>(spec.precision), index.size());
    text = std::string(index.range(0, kept));
  }
  return laid_out("", text, spec, '<');
}

}  // namespace tizza::expr
