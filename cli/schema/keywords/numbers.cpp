#include <fmt/core.h>

#include "schema/decimal.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

enum class Bound : uint8_t { kAtLeast, kAtMost, kAbove, kBelow, kMultipleOf };

std::string_view phrase(Bound bound) {
  constexpr std::string_view kPhrases[] = {"at least", "at most", "more than", "less than",
                                           "a multiple of"};
  return kPhrases[static_cast<size_t>(bound)];
}

class NumberBound final : public Keyword {
 public:
  NumberBound(Bound bound, Decimal limit, Node value)
      : bound_(bound), limit_(std::move(limit)), value_(value) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    if (!instance.is_scalar() || !instance.is_number() || holds(instance)) return true;
    if (!run.reports()) return false;
    return run.fail("out-of-range", instance, schema::place(instance),
                    fmt::format("{} must be {} {}, not {}", label(instance), phrase(bound_),
                                shortened(value_.text()), shown(instance)));
  }

 private:
  bool holds(Node instance) const {
    const auto number = Decimal::parse(instance.text());
    if (!number) return holds_for_special(*instance.as_double());
    switch (bound_) {
      case Bound::kAtLeast:
        return *number >= limit_;
      case Bound::kAtMost:
        return *number <= limit_;
      case Bound::kAbove:
        return *number > limit_;
      case Bound::kBelow:
        return *number < limit_;
      case Bound::kMultipleOf:
        return number->is_multiple_of(limit_);
    }
    return true;
  }

  /// Infinities are above or below every limit; what is no number is within none.
  bool holds_for_special(double number) const {
    if (bound_ == Bound::kAtLeast || bound_ == Bound::kAbove) return number > 0;
    if (bound_ == Bound::kAtMost || bound_ == Bound::kBelow) return number < 0;
    return false;
  }

  Bound bound_;
  Decimal limit_;
  Node value_;
};

KeywordPtr compile_bound(Compiler& compiler, const Place& place, Bound bound) {
  auto limit = place.value.is_number() ? Decimal::parse(place.value.text()) : std::nullopt;
  if (!limit) {
    compiler.fail(place.value, "the limit must be a number, not " + found(place.value));
    return nullptr;
  }
  return std::make_unique<NumberBound>(bound, *std::move(limit), place.value);
}

/// Until draft 6 `exclusiveMinimum: true` changes what `minimum` says.
bool is_exclusive(const Place& place, std::string_view name) {
  return place.resource->dialect < Dialect::kDraft6 &&
         place.sibling(name).as_bool().value_or(false);
}

}  // namespace

KeywordPtr compile_minimum(Compiler& compiler, const Place& place) {
  const bool exclusive = is_exclusive(place, "exclusiveMinimum");
  return compile_bound(compiler, place, exclusive ? Bound::kAbove : Bound::kAtLeast);
}

KeywordPtr compile_maximum(Compiler& compiler, const Place& place) {
  const bool exclusive = is_exclusive(place, "exclusiveMaximum");
  return compile_bound(compiler, place, exclusive ? Bound::kBelow : Bound::kAtMost);
}

KeywordPtr compile_exclusive_minimum(Compiler& compiler, const Place& place) {
  return compile_bound(compiler, place, Bound::kAbove);
}

KeywordPtr compile_exclusive_maximum(Compiler& compiler, const Place& place) {
  return compile_bound(compiler, place, Bound::kBelow);
}

KeywordPtr compile_multiple_of(Compiler& compiler, const Place& place) {
  return compile_bound(compiler, place, Bound::kMultipleOf);
}

}  // namespace tizza::schema
