// `or` and `xor`: which of some members a mapping has.
#include <algorithm>

#include "base/strings.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

std::vector<std::string> names_of(Node list) {
  std::vector<std::string> names;
  for (const Node item : list.items()) names.emplace_back(item.text());
  return names;
}

class Choice final : public Function {
 public:
  Choice(std::vector<std::string> names, bool is_exclusive)
      : names_(std::move(names)), is_exclusive_(is_exclusive) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    if (!subject.is_mapping()) return;
    std::vector<std::string> present;
    for (const auto& [key, value] : subject.value.entries()) {
      if (std::find(names_.begin(), names_.end(), key.text()) != names_.end()) {
        present.emplace_back(key.text());
      }
    }
    if (present.empty()) {
      reporter.fail(subject, subject.label() + " must have " + quoted_list(names_, "or"));
    } else if (is_exclusive_ && present.size() > 1) {
      reporter.fail(subject, subject.label() + " must have only one of " + quoted_list(present));
    }
  }

 private:
  std::vector<std::string> names_;
  bool is_exclusive_;
};

template <bool is_exclusive>
Result<FunctionPtr> compile(const Options& options) {
  return FunctionPtr(std::make_unique<Choice>(names_of(options.node["properties"]), is_exclusive));
}

}  // namespace

extern const FunctionSpec kOr = {"or", "properties", compile<false>};
extern const FunctionSpec kXor = {"xor", "properties", compile<true>};

}  // namespace tizza::spec::rulesets
