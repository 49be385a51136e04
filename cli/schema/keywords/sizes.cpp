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
  SizeLimit(const SizeRule& rule, size_t limit) : rule_(rule), limit_(limit) {}

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
                       rule_.is_minimum ? "at least" : "at most",
                       counted(limit_, rule_.singular, rule_.plural), size);
  }

  SizeRule rule_;
  size_t limit_;
};

}  // namespace

KeywordPtr compile_size(Compiler& compiler, const Place& place, const SizeRule& rule) {
  const auto number = place.value.is_number() ? Decimal::parse(place.value.text()) : std::nullopt;
  const auto limit = place.value.as_double();
  if (!number || !number->is_integer() || *limit < 0) {
    compiler.fail(place.value, "the limit must be a whole number, not " + found(place.value));
    return nullptr;
  }
  constexpr double kLargest = 9e15;  // above any size, and exact in a double
  return std::make_unique<SizeLimit>(rule, static_cast<size_t>(std::min(*limit, kLargest)));
}

}  // namespace tizza::schema
