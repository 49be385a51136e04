#include <charconv>
#include <cmath>

#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/failure.hpp"
#include "expr/format.hpp"
#include "expr/missing.hpp"
#include "expr/operators.hpp"
#include "expr/printing.hpp"
#include "expr/text_index.hpp"

namespace tizza::expr {
namespace {

class Percent {
 public:
  Percent(Heap& heap, std::string_view pattern, const Object& values)
      : heap_(heap), rest_(pattern), values_(values) {}

  std::string run() {
    while (!rest_.empty()) {
      const size_t sign = rest_.find('%');
      result_ += rest_.substr(0, sign);
      rest_.remove_prefix(sign == std::string_view::npos ? rest_.size() : sign + 1);
      if (sign != std::string_view::npos) add_value();
      if (result_.size() > kMaxTextBytes) heap_.charge_text(result_.size());
    }
    const size_t count = values_.is_tuple() ? values_.sequence().items.size() : 1;
    const bool is_mapping = values_.is_dict() || values_.is_list();
    if (used_ < count && !is_mapping) throw Failure("the text has fewer places than values");
    return std::move(result_);
  }

 private:
  char take(std::string_view accepted) {
    if (rest_.empty() || accepted.find(rest_[0]) == std::string_view::npos) return 0;
    const char c = rest_[0];
    rest_.remove_prefix(1);
    return c;
  }

  int64_t take_count() {
    if (take("*")) return whole_number(next_value(), "a width");
    int64_t value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error == std::errc::result_out_of_range) throw Failure("the width is too large");
    if (end != rest_.data()) rest_.remove_prefix(static_cast<size_t>(end - rest_.data()));
    return value;
  }

  Object next_value() {
    if (!values_.is_tuple()) {
      if (used_++ > 0) throw Failure("the text has more places than values");
      return values_;
    }
    const auto& items = values_.sequence().items;
    if (used_ >= items.size()) throw Failure("the text has more places than values");
    return items[used_++];
  }

  Object named_value() {
    const size_t end = rest_.find(')');
    if (end == std::string_view::npos) throw Failure("a name in the text has no `)`");
    const std::string_view name = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    if (!values_.is_dict()) throw Failure("the names in the text need a dict of values");
    const Object* found = values_.dict().find(name);
    if (!found) throw Failure("there is no value for `" + std::string(name) + "`");
    return *found;
  }

  void add_value() {
    FormatSpec spec;
    spec.align = '>';
    bool has_name = false;
    Object value;
    if (take("(")) {
      has_name = true;
      value = named_value();
    }
    bool is_zero_filled = false, is_left = false;
    while (const char flag = take("#0- +")) {
      if (flag == '#') spec.is_alternate = true;
      if (flag == '0') is_zero_filled = true;
      if (flag == '-') is_left = true;
      if (flag == '+') spec.sign = '+';
      if (flag == ' ' && spec.sign != '+') spec.sign = ' ';
    }
    spec.width = take_count();
    if (take(".")) spec.precision = std::max<int64_t>(take_count(), 0);
    take("hlL");
    const char type = take("diouxXeEfFgGcrsa%");
    if (type == 0) throw Failure("a `%` in the text is followed by nothing that it formats");
    if (type == '%') {
      result_ += '%';
      return;
    }
    if (!has_name) value = next_value();
    if (value.is_undefined()) fail_missing(value.missing());
    spec.type = type;
    const bool is_text = type == 's' || type == 'r' || type == 'a' || type == 'c';
    if (is_zero_filled && !is_text) {
      spec.fill = "0";
      spec.align = '=';
    }
    if (is_left || spec.width < 0) {
      spec.fill = " ";
      spec.align = '<';
      spec.width = std::abs(spec.width);
    }
    result_ += formatted(value, spec);
  }

  std::string formatted(Object value, FormatSpec spec) {
    switch (spec.type) {
      case 's':
      case 'r':
      case 'a': {
        std::string text;
        spec.type == 's' ? append_text(text, heap_, value) : append_repr(text, heap_, value);
        spec.type = 's';
        return format_value(heap_, Object(std::string_view(text)), spec);
      }
      case 'c':
        if (value.is_string() && utf8::count_code_points(value.text()) == 1) spec.type = 's';
        return format_value(heap_, value, spec);
      case 'd':
      case 'i':
      case 'u':
        spec.type = 'd';
        return formatted_int(value, spec, true);
      case 'o':
      case 'x':
      case 'X':
        return formatted_int(value, spec, false);
      default:
        break;
    }
    if (!value.is_number()) fail_number(value);
    return format_value(heap_, value.real(), spec);
  }

  std::string formatted_int(Object value, FormatSpec spec, bool takes_float) {
    if (!value.is_int() && !(value.is_float() && takes_float)) fail_number(value);
    if (value.is_float()) {
      if (!(std::fabs(value.real()) < 9.2e18)) throw Failure("the number does not fit in 64 bits");
      value = static_cast<int64_t>(value.real());
    }
    value = value.integer();  // a bool becomes a number
    // The precision of an int is the least number of digits.
    const int64_t digits = std::exchange(spec.precision, -1);
    if (digits <= 0) return format_value(heap_, value, spec);
    FormatSpec inner;
    inner.type = spec.type;
    inner.sign = spec.sign;
    inner.is_alternate = spec.is_alternate;
    inner.fill = "0";
    inner.align = '=';
    const std::string sign = value.integer() < 0 || spec.sign != '-' ? "-" : "";
    const int64_t prefix = spec.is_alternate && spec.type != 'd' ? 2 : 0;
    inner.width = digits + prefix + static_cast<int64_t>(sign.size());
    spec.type = 's';
    spec.precision = -1;
    if (spec.align == '=') spec.align = '>', spec.fill = " ";
    const std::string text = format_value(heap_, value, inner);
    return format_value(heap_, Object(std::string_view(text)), spec);
  }

  [[noreturn]] static void fail_number(const Object& value) {
    throw Failure("a number is needed here, not a `" + std::string(type_name(value)) + "`");
  }

  Heap& heap_;
  std::string_view rest_;
  Object values_;
  std::string result_;
  size_t used_ = 0;
};

}  // namespace

Object format_percent(Heap& heap, const Object& pattern, const Object& values) {
  if (values.is_undefined()) fail_missing(values.missing());
  return heap.text(Percent(heap, pattern.text(), values).run(), pattern.is_safe());
}

}  // namespace tizza::expr
