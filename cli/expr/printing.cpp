#include "expr/printing.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/failure.hpp"
#include "expr/missing.hpp"
#include "expr/native.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

void append_items(std::string& to, Heap& heap, const Objects& items, uint32_t depth) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) to += ", ";
    append_repr(to, heap, items[i], depth + 1);
    if (to.size() > kMaxTextBytes) heap.charge_text(to.size());
  }
}

void append_dict(std::string& to, Heap& heap, const Dict& dict, uint32_t depth) {
  to += '{';
  bool is_first = true;
  for (const auto& [key, value] : dict.entries()) {
    if (!is_first) to += ", ";
    is_first = false;
    append_repr(to, heap, key, depth + 1);
    to += ": ";
    append_repr(to, heap, value, depth + 1);
    if (to.size() > kMaxTextBytes) heap.charge_text(to.size());
  }
  to += '}';
}

void append_range(std::string& to, const Sequence& range) {
  to += "range(" + std::to_string(range.start) + ", " + std::to_string(range.stop);
  if (range.step != 1) to += ", " + std::to_string(range.step);
  to += ')';
}

void append_sequence(std::string& to, Heap& heap, const Sequence& sequence, uint32_t depth) {
  using Flavor = Sequence::Flavor;
  switch (sequence.flavor) {
    case Flavor::kRange:
      return append_range(to, sequence);
    case Flavor::kIterator:
      throw Failure("an iterator cannot be printed", "turn it into a list with `| list`");
    case Flavor::kTuple:
      to += '(';
      append_items(to, heap, sequence.items, depth);
      to += sequence.items.size() == 1 ? ",)" : ")";
      return;
    default:
      break;
  }
  const bool is_view = sequence.flavor != Flavor::kList;
  if (is_view) to.append(type_name(Object(const_cast<Sequence*>(&sequence)))).append("(");
  to += '[';
  append_items(to, heap, sequence.items, depth);
  to += is_view ? "])" : "]";
}

}  // namespace

std::string float_text(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  char buffer[64];
  const auto written =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  std::string_view text(buffer, static_cast<size_t>(written.ptr - buffer));
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const size_t e = text.find('e');
  std::string digits(text.substr(0, 1));
  if (e > 2) digits += text.substr(2, e - 2);
  int exponent = 0;
  const char* first = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
  std::from_chars(first, text.data() + text.size(), exponent);
  std::string result = is_negative ? "-" : "";
  // Python leaves the plain notation where the decimal point would stand far from the digits.
  if (exponent < -4 || exponent >= 16) {
    result += digits[0];
    if (digits.size() > 1) result.append(".").append(digits, 1);
    std::snprintf(buffer, sizeof buffer, "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
    return result + buffer;
  }
  if (exponent < 0) {
    return result + "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + digits;
  }
  const auto whole = static_cast<size_t>(exponent) + 1;
  if (digits.size() < whole) digits.append(whole - digits.size(), '0');
  const std::string fraction = digits.size() > whole ? digits.substr(whole) : "0";
  return result + digits.substr(0, whole) + "." + fraction;
}

std::string quote_repr(std::string_view text) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  const char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
  std::string result(1, quote);
  while (!text.empty()) {
    const auto next = utf8::decode(text);
    const char32_t c = next.code_point;
    char escaped[16];
    if (c == static_cast<unsigned char>(quote) || c == '\\') {
      result += '\\';
      result += static_cast<char>(c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
      result += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    } else if (is_printable(c)) {
      result += text.substr(0, next.size);
    } else {
      const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
      std::snprintf(escaped, sizeof escaped, format, static_cast<unsigned>(c));
      result += escaped;
    }
    text.remove_prefix(next.size);
  }
  return result + quote;
}

void append_repr(std::string& to, Heap& heap, const Object& object, uint32_t depth) {
  check_nesting(depth);
  heap.charge(1);
  if (!object.is_string()) {
    switch (object.kind()) {
      case Kind::kSequence:
        return append_sequence(to, heap, object.sequence(), depth);
      case Kind::kDict:
        return append_dict(to, heap, object.dict(), depth);
      default:
        return append_text(to, heap, object);
    }
  }
  if (object.is_safe()) to += "Markup(";
  to += quote_repr(object.text());
  if (object.is_safe()) to += ')';
}

void append_text(std::string& to, Heap& heap, const Object& object) {
  switch (object.kind()) {
    case Kind::kUndefined:
      if (object.missing().is_silent) return;
      fail_missing(object.missing());
    case Kind::kNone:
      to += "None";
      return;
    case Kind::kBool:
      to += object.boolean() ? "True" : "False";
      return;
    case Kind::kInt:
      to += std::to_string(object.integer());
      return;
    case Kind::kFloat:
      to += float_text(object.real());
      return;
    case Kind::kString:
      to += object.text();
      return;
    case Kind::kNative:
      to += object.native().describe();
      return;
    default:
      append_repr(to, heap, object);
      return;
  }
}

std::string to_text(Heap& heap, const Object& object) {
  std::string text;
  append_text(text, heap, object);
  return text;
}

std::string escape_html(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '\'':
        result += "&#39;";
        break;
      case '"':
        result += "&#34;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace tizza::expr
