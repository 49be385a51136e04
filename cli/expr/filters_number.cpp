#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "expr/filters.hpp"
#include "expr/missing.hpp"
#include "expr/numbers.hpp"
#include "expr/operators.hpp"

namespace tizza::expr {
namespace {

Object run_abs(Call& call) {
  if (call.subject.is_undefined()) fail_missing(call.subject.missing());
  if (call.subject.is_float()) return std::fabs(call.subject.real());
  if (!call.subject.is_int()) call.fail("only a number has an absolute value");
  const int64_t value = call.subject.integer();
  return value < 0 ? unary(UnaryOp::kNegative, value) : Object(value);
}

Object run_int(Call& call) {
  const Object fallback = call.has(0) ? call.at(0) : Object(int64_t{0});
  const Object& value = call.subject;
  if (value.is_undefined()) fail_missing(value.missing());
  if (value.is_int()) return value.integer();
  std::optional<double> real;
  if (value.is_float()) real = value.real();
  if (value.is_string()) {
    if (const auto whole = parse_int(value.text(), call.integer(1, 10))) return *whole;
    real = parse_float(value.text());
  }
  if (!real || !std::isfinite(*real)) return fallback;
  if (!(std::fabs(*real) < 9223372036854775808.0)) {
    call.fail("the number does not fit in 64 bits");
  }
  return static_cast<int64_t>(*real);
}

Object run_float(Call& call) {
  const Object fallback = call.has(0) ? call.at(0) : Object(0.0);
  const Object& value = call.subject;
  if (value.is_undefined()) fail_missing(value.missing());
  if (value.is_number()) return value.real();
  const auto real = value.is_string() ? parse_float(value.text()) : std::nullopt;
  return real ? Object(*real) : fallback;
}

Object run_round(Call& call) {
  const Object& value = call.subject;
  if (value.is_undefined()) fail_missing(value.missing());
  if (!value.is_number()) call.fail("only a number can be rounded");
  const int64_t precision = call.integer(0, 0);
  const std::string method = call.text(1, "common");
  if (method == "common") {
    if (value.is_int()) return round_int(value.integer(), precision);
    return round_float(value.real(), precision);
  }
  if (method != "ceil" && method != "floor") {
    call.fail("`round` knows the methods `common`, `ceil` and `floor`");
  }
  const double scale = std::pow(10.0, static_cast<double>(precision));
  const double scaled = value.real() * scale;
  if (!std::isfinite(scaled)) call.fail("the number is too large to be rounded");
  return (method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale;
}

Object run_filesizeformat(Call& call) {
  const Object& value = call.subject;
  if (value.is_undefined()) fail_missing(value.missing());
  std::optional<double> bytes;
  if (value.is_number()) bytes = value.real();
  if (value.is_string()) bytes = parse_float(value.text());
  if (!bytes) call.fail("only a number is a size");
  const bool is_binary = call.flag(0);
  const double base = is_binary ? 1024 : 1000;
  if (*bytes == 1) return call.heap.text("1 Byte");
  if (*bytes < base) {
    return call.heap.text(std::to_string(static_cast<int64_t>(*bytes)) + " Bytes");
  }
  constexpr std::string_view kLetters = "KMGTPEZY";
  double unit = base;
  size_t i = 0;
  while (i + 1 < kLetters.size() && *bytes >= unit * base) {
    unit *= base;
    ++i;
  }
  char text[64];
  const char letter = !is_binary && i == 0 ? 'k' : kLetters[i];
  std::snprintf(text, sizeof text, is_binary ? "%.1f %ciB" : "%.1f %cB", *bytes / unit, letter);
  return call.heap.text(text);
}

}  // namespace

std::vector<FilterSpec> number_filters() {
  return {
      {"abs", run_abs},
      {"int", run_int, {{"default", "base"}}},
      {"float", run_float, {{"default"}}},
      {"round", run_round, {{"precision", "method"}}},
      {"filesizeformat", run_filesizeformat, {{"binary"}}},
  };
}

}  // namespace tizza::expr
