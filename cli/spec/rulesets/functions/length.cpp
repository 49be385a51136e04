#include <fmt/format.h>

#include "base/strings.hpp"
#include "spec/jsonpath/evaluator.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

/// How long something is, and in what that is counted.
struct Measure {
  double size = 0;
  std::string_view unit;  ///< None for a number, which is its own length.
};

std::optional<Measure> measure(const Subject& subject) {
  if (const auto text = subject.text()) return Measure{jsonpath::utf16_length(*text), "character"};
  if (subject.kind != Subject::Kind::kValue) return std::nullopt;
  const auto size = static_cast<double>(subject.value.size());
  if (subject.value.is_mapping()) return Measure{size, "member"};
  if (subject.value.is_sequence()) return Measure{size, "item"};
  if (!subject.value.is_number()) return std::nullopt;
  return Measure{subject.value.as_double().value_or(0), ""};
}

std::string amount(double limit, std::string_view unit) {
  if (unit.empty()) return fmt::format("{}", limit);
  return fmt::format("{} {}{}", limit, unit, limit == 1 ? "" : "s");
}

class Length final : public Function {
 public:
  Length(std::optional<double> least, std::optional<double> most) : least_(least), most_(most) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    const auto measured = measure(subject);
    if (!measured) return;
    const std::string verb = measured->unit.empty() ? " must be at " : " must have at ";
    if (least_ && measured->size < *least_) {
      reporter.fail(subject, subject.label() + verb + "least " + amount(*least_, measured->unit));
    }
    if (most_ && measured->size > *most_) {
      reporter.fail(subject, subject.label() + verb + "most " + amount(*most_, measured->unit));
    }
  }

 private:
  std::optional<double> least_;
  std::optional<double> most_;
};

Result<FunctionPtr> compile(const Options& options) {
  return FunctionPtr(
      std::make_unique<Length>(options.node["min"].as_double(), options.node["max"].as_double()));
}

}  // namespace

extern const FunctionSpec kLength = {"length", "length", compile};

}  // namespace tizza::spec::rulesets
