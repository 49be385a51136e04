#include <vector>

#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

/// Reports the members of the place `reusableObjectsLocation` to which no reference leads, nor to
/// anything within them.
class Unreferenced final : public Function {
 public:
  explicit Unreferenced(std::string pointer) : pointer_(std::move(pointer)) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    if (!subject.is_mapping()) return;
    const Node reusable = reporter.resolved().root().document().resolve(pointer_);
    if (!reusable.is_mapping()) return;
    std::unordered_set<Node, NodeHash> used;
    for (Node target : reporter.resolved().referenced()) {
      for (; target; target = target.parent()) {
        if (target.parent() == reusable) used.insert(target);
      }
    }
    for (const auto& [key, value] : subject.value.entries()) {
      const Node defined = reusable[key.text()];
      if (!defined || used.count(defined)) continue;
      reporter.fail(Place(defined, reusable.find(key.text())->key.span()), key.text(),
                    "nothing refers to `" + std::string(key.text()) + "`");
    }
  }

 private:
  std::string pointer_;
};

Result<FunctionPtr> compile(const Options& options) {
  const std::string_view location = options.node["reusableObjectsLocation"].text();
  return FunctionPtr(std::make_unique<Unreferenced>(std::string(location.substr(1))));
}

}  // namespace

extern const FunctionSpec kUnreferencedReusableObject = {"unreferencedReusableObject",
                                                         "unreferencedReusableObject", compile};

}  // namespace tizza::spec::rulesets
