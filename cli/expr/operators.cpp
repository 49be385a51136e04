#include "expr/operators.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/failure.hpp"
#include "expr/format.hpp"
#include "expr/missing.hpp"
#include "expr/printing.hpp"
#include "expr/text_index.hpp"

namespace tizza::expr {
namespace {

std::string_view symbol(BinaryOp op) {
  switch (op) {
    case BinaryOp::kAdd:
      return "+";
    case BinaryOp::kSubtract:
      return "-";
    case BinaryOp::kMultiply:
      return "*";
    case BinaryOp::kDivide:
      return "/";
    case BinaryOp::kFloorDivide:
      return "//";
    case BinaryOp::kModulo:
      return "%";
    case BinaryOp::kPower:
      return "**";
  }
  return "?";
}

[[noreturn]] void fail_overflow() {
  throw Failure("the result does not fit in 64 bits");
}
[[noreturn]] void fail_zero() {
  throw Failure("division by zero");
}

Object power(int64_t base, int64_t exponent) {
  if (exponent < 0) {
    if (base == 0) fail_zero();
    return std::pow(static_cast<double>(base), static_cast<double>(exponent));
  }
  int64_t result = 1;
  for (; exponent > 0; exponent >>= 1) {
    if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) fail_overflow();
    if (exponent > 1 && __builtin_mul_overflow(base, base, &base)) fail_overflow();
  }
  return result;
}

int64_t floor_modulo(int64_t dividend, int64_t divisor) {
  if (divisor == -1) return 0;
  const int64_t rest = dividend % divisor;
  return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest;
}

Object integers(BinaryOp op, int64_t a, int64_t b) {
  int64_t result = 0;
  bool overflows = false;
  switch (op) {
    case BinaryOp::kAdd:
      overflows = __builtin_add_overflow(a, b, &result);
      break;
    case BinaryOp::kSubtract:
      overflows = __builtin_sub_overflow(a, b, &result);
      break;
    case BinaryOp::kMultiply:
      overflows = __builtin_mul_overflow(a, b, &result);
      break;
    case BinaryOp::kPower:
      return power(a, b);
    case BinaryOp::kDivide:
      if (b == 0) fail_zero();
      return static_cast<double>(a) / static_cast<double>(b);
    case BinaryOp::kFloorDivide:
      if (b == 0) fail_zero();
      return floor_divide(a, b);
    case BinaryOp::kModulo:
      if (b == 0) fail_zero();
      return floor_modulo(a, b);
  }
  if (overflows) fail_overflow();
  return result;
}

double float_modulo(double a, double b) {
  double rest = std::fmod(a, b);
  if (rest == 0) return std::copysign(0.0, b);
  return (rest < 0) != (b < 0) ? rest + b : rest;
}

double float_floor_divide(double a, double b) {
  const double rest = std::fmod(a, b);
  double quotient = (a - rest) / b;
  if (rest != 0 && (rest < 0) != (b < 0)) quotient -= 1;
  if (quotient == 0) return std::copysign(0.0, a / b);
  const double whole = std::floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

Object floats(BinaryOp op, double a, double b) {
  const bool divides =
      op == BinaryOp::kDivide || op == BinaryOp::kFloorDivide || op == BinaryOp::kModulo;
  if (divides && b == 0) fail_zero();
  switch (op) {
    case BinaryOp::kAdd:
      return a + b;
    case BinaryOp::kSubtract:
      return a - b;
    case BinaryOp::kMultiply:
      return a * b;
    case BinaryOp::kDivide:
      return a / b;
    case BinaryOp::kFloorDivide:
      return float_floor_divide(a, b);
    case BinaryOp::kModulo:
      return float_modulo(a, b);
    case BinaryOp::kPower:
      break;
  }
  if (a == 0 && b < 0) fail_zero();
  if (a < 0 && b != std::floor(b)) throw Failure("the result is a complex number");
  const double result = std::pow(a, b);
  if (std::isinf(result) && !std::isinf(a) && !std::isinf(b)) fail_overflow();
  return result;
}

Object repeat(Heap& heap, const Object& what, int64_t times) {
  const auto count = static_cast<uint64_t>(std::max<int64_t>(times, 0));
  const size_t size = what.is_string() ? what.text().size() : what.sequence().items.size();
  const size_t unit = what.is_string() ? 1 : sizeof(Object);
  if (size > 0 && count > kMaxTextBytes / unit / size) {
    throw Failure("repeating this " + std::to_string(count) + " times makes it too large");
  }
  if (what.is_string()) {
    heap.charge_text(size * count);
    std::string text;
    text.reserve(size * count);
    for (uint64_t i = 0; i < count; ++i) text += what.text();
    return heap.text(text, what.is_safe());
  }
  heap.charge(size * count);
  Objects items = heap.objects();
  items.reserve(size * count);
  for (uint64_t i = 0; i < count; ++i) {
    const auto& part = what.sequence().items;
    items.insert(items.end(), part.begin(), part.end());
  }
  return heap.sequence(what.sequence().flavor, std::move(items));
}

Object add_texts(Heap& heap, const Object& left, const Object& right) {
  // Where one of the two is safe, the other is made so.
  const bool is_safe = left.is_safe() || right.is_safe();
  const auto part = [&](const Object& text) {
    return is_safe && !text.is_safe() ? escape_html(text.text()) : std::string(text.text());
  };
  heap.charge_text(left.text().size() + right.text().size());
  return heap.text(part(left) + part(right), is_safe);
}

Object add_sequences(Heap& heap, const Sequence& left, const Sequence& right) {
  heap.charge(left.items.size() + right.items.size());
  Objects items = heap.objects();
  items.reserve(left.items.size() + right.items.size());
  items.insert(items.end(), left.items.begin(), left.items.end());
  items.insert(items.end(), right.items.begin(), right.items.end());
  return heap.sequence(left.flavor, std::move(items));
}

bool is_list_or_tuple(const Object& object) {
  return object.is_list() || object.is_tuple();
}

void fail_if_missing(const Object& object) {
  if (object.is_undefined()) fail_missing(object.missing());
}

// Start and stop as Python cuts them to the length, for both directions.
struct Bounds {
  int64_t start, stop, step, count;
};

Bounds slice_bounds(const Object& start, const Object& stop, const Object& step, size_t size) {
  const auto length = static_cast<int64_t>(size);
  const int64_t stride = step.is_none() ? 1 : whole_number(step, "the step of a slice");
  if (stride == 0) throw Failure("the step of a slice cannot be 0");
  const int64_t lowest = stride < 0 ? -1 : 0;
  const int64_t highest = stride < 0 ? length - 1 : length;
  const auto bound = [&](const Object& given, int64_t fallback) {
    if (given.is_none()) return fallback;
    int64_t value = whole_number(given, "the bound of a slice");
    if (value < 0) value = value < -length ? lowest : value + length;
    return std::clamp(value, lowest, highest);
  };
  const int64_t first = bound(start, stride < 0 ? highest : lowest);
  const int64_t last = bound(stop, stride < 0 ? lowest : highest);
  const int64_t distance = stride < 0 ? first - last : last - first;
  const uint64_t pace =
      stride < 0 ? 0 - static_cast<uint64_t>(stride) : static_cast<uint64_t>(stride);
  const int64_t count =
      distance <= 0 ? 0 : 1 + static_cast<int64_t>(static_cast<uint64_t>(distance - 1) / pace);
  return {first, last, stride, count};
}

}  // namespace

int64_t floor_divide(int64_t dividend, int64_t divisor) {
  if (divisor == -1) {
    if (dividend == INT64_MIN) fail_overflow();
    return -dividend;
  }
  const int64_t quotient = dividend / divisor;
  return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient;
}

int64_t whole_number(const Object& object, std::string_view purpose) {
  fail_if_missing(object);
  if (object.is_int()) return object.integer();
  throw Failure(std::string(purpose) + " must be an int, not a `" + std::string(type_name(object)) +
                "`");
}

Object binary(Heap& heap, BinaryOp op, const Object& left, const Object& right) {
  fail_if_missing(left);
  if (op == BinaryOp::kModulo && left.is_string()) return format_percent(heap, left, right);
  fail_if_missing(right);
  if (left.is_int() && right.is_int()) return integers(op, left.integer(), right.integer());
  if (left.is_number() && right.is_number()) return floats(op, left.real(), right.real());
  if (op == BinaryOp::kAdd) {
    if (left.is_string() && right.is_string()) return add_texts(heap, left, right);
    const bool are_alike =
        (left.is_list() && right.is_list()) || (left.is_tuple() && right.is_tuple());
    if (are_alike) return add_sequences(heap, left.sequence(), right.sequence());
  }
  if (op == BinaryOp::kMultiply) {
    if ((left.is_string() || is_list_or_tuple(left)) && right.is_int()) {
      return repeat(heap, left, right.integer());
    }
    if ((right.is_string() || is_list_or_tuple(right)) && left.is_int()) {
      return repeat(heap, right, left.integer());
    }
  }
  throw Failure("`" + std::string(symbol(op)) + "` has no meaning between `" +
                std::string(type_name(left)) + "` and `" + std::string(type_name(right)) + "`");
}

Object unary(UnaryOp op, const Object& operand) {
  if (op == UnaryOp::kNot) return !truth(operand);
  fail_if_missing(operand);
  if (operand.is_float()) return op == UnaryOp::kNegative ? -operand.real() : operand.real();
  if (!operand.is_int()) {
    throw Failure("a `" + std::string(type_name(operand)) + "` has no sign");
  }
  const int64_t value = operand.integer();
  if (op == UnaryOp::kPositive) return value;
  if (value == INT64_MIN) fail_overflow();
  return -value;
}

bool compare_by(Heap& heap, CompareOp op, const Object& left, const Object& right) {
  switch (op) {
    case CompareOp::kEqual:
      return equal(heap, left, right);
    case CompareOp::kNotEqual:
      return !equal(heap, left, right);
    case CompareOp::kIn:
      return contains(heap, right, left);
    case CompareOp::kNotIn:
      return !contains(heap, right, left);
    default:
      break;
  }
  bool is_unordered = false;
  const int order = compare(heap, left, right, &is_unordered);
  if (is_unordered) return false;
  switch (op) {
    case CompareOp::kLess:
      return order < 0;
    case CompareOp::kLessEqual:
      return order <= 0;
    case CompareOp::kGreater:
      return order > 0;
    default:
      return order >= 0;
  }
}

bool contains(Heap& heap, const Object& container, const Object& needle) {
  fail_if_missing(container);
  if (container.is_string()) {
    fail_if_missing(needle);
    if (!needle.is_string()) {
      throw Failure("only a `str` can be in a `str`, not a `" + std::string(type_name(needle)) +
                    "`");
    }
    heap.charge_text(container.text().size());
    return container.text().find(needle.text()) != std::string_view::npos;
  }
  if (container.is_dict()) return container.dict().find(needle) != nullptr;
  if (!container.is_sequence()) {
    throw Failure("nothing can be in a `" + std::string(type_name(container)) + "`");
  }
  auto& sequence = container.sequence();
  for (size_t i = sequence.next; i < sequence.items.size(); ++i) {
    if (container.is_iterator()) sequence.next = i + 1;
    if (sequence.items[i].is_same(needle) || equal(heap, sequence.items[i], needle)) return true;
  }
  return false;
}

bool slice(Heap& heap, const Object& owner, const Object& start, const Object& stop,
           const Object& step, Object& result) {
  using Flavor = Sequence::Flavor;
  if (owner.is_string()) {
    const TextIndex index(owner.text());
    const Bounds bounds = slice_bounds(start, stop, step, index.size());
    std::string text;
    heap.charge_text(owner.text().size());
    if (bounds.step == 1) {
      text = index.range(static_cast<size_t>(bounds.start),
                         static_cast<size_t>(bounds.start + bounds.count));
    } else {
      for (int64_t i = 0; i < bounds.count; ++i) {
        text += index.at(static_cast<size_t>(bounds.start + i * bounds.step));
      }
    }
    result = heap.text(text, owner.is_safe());
    return true;
  }
  const bool has_slices =
      owner.is_sequence() && (is_list_or_tuple(owner) || owner.sequence().flavor == Flavor::kRange);
  if (!has_slices) return false;
  const auto& all = owner.sequence().items;
  const Bounds bounds = slice_bounds(start, stop, step, all.size());
  heap.charge(static_cast<uint64_t>(bounds.count));
  Objects items = heap.objects();
  for (int64_t i = 0; i < bounds.count; ++i) {
    items.push_back(all[static_cast<size_t>(bounds.start + i * bounds.step)]);
  }
  result = heap.sequence(owner.is_tuple() ? Flavor::kTuple : Flavor::kList, std::move(items));
  return true;
}

}  // namespace tizza::expr
