#include "schema/keywords/sizes.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "schema/decimal.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

class SizeLimit final : public Keyword {
 public:
  SizeLimit(const SizeRule& rule, Node value)
      : rule_(rule),
        value_(value),
        limit_(static_cast<size_t>(std::min(*value.as_double(), kLargest))) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    const auto size = rule_.measure(run, instance);
    if (!size || (rule_.is_minimum ? *size >= limit_ : *size <= limit_)) return true;
    if (!run.reports()) return false;
    return run.fail("out-of-range", instance, schema::place(instance), message(instance, *size));
  }

 private:
  std::string message(Node instance, size_t size) const {
    if (size == 0 && limit_ == 1) return label(instance) + " must not be empty";
    return fmt::format("{} must have {} {}, not {}", label(instance),
                       rule_.is_minimum ? "at least" : "at most", limit(), size);
  }

  /// A limit beyond all sizes is shown as it is written.
  std::string limit() const {
    if (*value_.as_double() <= kLargest) return counted(limit_, rule_.singular, rule_.plural);
    return shortened(value_.text()) + " " + std::string(rule_.plural);
  }

  static constexpr double kLargest = 9e15;  // above any size, and exact in a double

  SizeRule rule_;
  Node value_;
  size_t limit_;
};

}  // namespace

KeywordPtr compile_size(Compiler& compiler, const Place& place, const SizeRule& rule) {
  const auto number = place.value.is_number() ? Decimal::parse(place.value.text()) : std::nullopt;
  if (!number || !number->is_integer() || *place.value.as_double() < 0) {
    compiler.fail(place.value, "the limit must be a whole number, not " + found(place.value));
    return nullptr;
  }
  return std::make_unique<SizeLimit>(rule, place.value);
}

}  // namespace tizza::schema
