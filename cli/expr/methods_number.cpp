#include <bit>
#include <cmath>
#include <cstdio>

#include "expr/methods.hpp"

namespace tizza::expr {
namespace {

uint64_t magnitude(const Call& call) {
  const int64_t value = call.subject.integer();
  return value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
}

Object run_bit_length(Call& call) {
  return static_cast<int64_t>(std::bit_width(magnitude(call)));
}

Object run_bit_count(Call& call) {
  return static_cast<int64_t>(std::popcount(magnitude(call)));
}

Object run_conjugate(Call& call) {
  return call.subject.is_float() ? call.subject : Object(call.subject.integer());
}

Object ratio(Call& call, int64_t numerator, int64_t denominator) {
  Objects pair = call.heap.objects();
  pair.assign({Object(numerator), Object(denominator)});
  return call.heap.tuple(std::move(pair));
}

Object run_int_ratio(Call& call) {
  return ratio(call, call.subject.integer(), 1);
}

Object run_float_ratio(Call& call) {
  double numerator = call.subject.real();
  if (!std::isfinite(numerator)) call.fail("only a finite number is a ratio");
  int64_t denominator = 1;
  while (numerator != std::floor(numerator) && denominator < (int64_t{1} << 62)) {
    numerator *= 2;
    denominator *= 2;
  }
  const bool fits =
      numerator == std::floor(numerator) && std::fabs(numerator) < 9223372036854775808.0;
  if (!fits) call.fail("the ratio does not fit in 64 bits");
  return ratio(call, static_cast<int64_t>(numerator), denominator);
}

Object run_is_integer(Call& call) {
  const double value = call.subject.real();
  return std::isfinite(value) && value == std::floor(value);
}

Object run_hex(Call& call) {
  const double value = call.subject.real();
  if (std::isnan(value)) return call.heap.text("nan");
  if (std::isinf(value)) return call.heap.text(value < 0 ? "-inf" : "inf");
  char text[64];
  std::snprintf(text, sizeof text, value == 0 ? "%.1a" : "%.13a", value);
  return call.heap.text(text);
}

}  // namespace

std::vector<MethodSpec> int_methods() {
  return {
      {"bit_length", run_bit_length},
      {"bit_count", run_bit_count},
      {"conjugate", run_conjugate},
      {"as_integer_ratio", run_int_ratio},
  };
}

std::vector<MethodSpec> float_methods() {
  return {
      {"is_integer", run_is_integer},
      {"hex", run_hex},
      {"conjugate", run_conjugate},
      {"as_integer_ratio", run_float_ratio},
  };
}

}  // namespace tizza::expr
