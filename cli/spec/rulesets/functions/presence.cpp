// `defined`, `undefined`, `truthy` and `falsy`: whether something is there.
#include "spec/jsonpath/evaluator.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

enum class Wanted : uint8_t { kDefined, kUndefined, kTruthy, kFalsy };

bool is_truthy(const Subject& subject) {
  if (subject.kind == Subject::Kind::kName) return !subject.name.empty();
  return subject.kind == Subject::Kind::kValue &&
         jsonpath::is_truthy(jsonpath::Operand::of(subject.value));
}

template <Wanted wanted>
class Presence final : public Function {
 public:
  void check(const Subject& subject, Reporter& reporter) const override {
    const bool is_there = subject.kind != Subject::Kind::kAbsent;
    switch (wanted) {
      case Wanted::kDefined:
        if (!is_there) reporter.fail(subject, subject.label() + " is missing");
        break;
      case Wanted::kUndefined:
        if (is_there) reporter.fail(subject, subject.label() + " must not be there");
        break;
      case Wanted::kTruthy:
        if (is_truthy(subject)) break;
        reporter.fail(subject,
                      subject.label() +
                          (is_there ? " must be neither empty, null, 0 nor false" : " is missing"));
        break;
      case Wanted::kFalsy:
        if (is_truthy(subject)) {
          reporter.fail(subject, subject.label() + " must be absent, empty, null, 0 or false");
        }
        break;
    }
  }
};

template <Wanted wanted>
Result<FunctionPtr> compile(const Options&) {
  return FunctionPtr(std::make_unique<Presence<wanted>>());
}

}  // namespace

extern const FunctionSpec kDefined = {"defined", "", compile<Wanted::kDefined>};
extern const FunctionSpec kUndefined = {"undefined", "", compile<Wanted::kUndefined>};
extern const FunctionSpec kTruthy = {"truthy", "", compile<Wanted::kTruthy>};
extern const FunctionSpec kFalsy = {"falsy", "", compile<Wanted::kFalsy>};

}  // namespace tizza::spec::rulesets
