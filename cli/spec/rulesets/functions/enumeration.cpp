#include <algorithm>

#include "schema/equality.hpp"
#include "schema/messages.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

class Enumeration final : public Function {
 public:
  explicit Enumeration(const Options& options)
      : document_(options.document), values_(options.node["values"]) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    const bool is_name = subject.kind == Subject::Kind::kName;
    if (!is_name && !(subject.kind == Subject::Kind::kValue && subject.value.is_scalar())) return;
    std::vector<std::string> choices;
    for (const Node value : values_.items()) {
      const bool is_it = is_name ? value.is_string() && value.text() == subject.name
                                 : schema::equal(value, subject.value);
      if (is_it) return;
      choices.push_back(schema::shown(value));
    }
    const std::string found = is_name ? schema::shown(subject.name) : schema::shown(subject.value);
    reporter.fail(subject, choices.empty() ? found + " is not allowed: the list of values is empty"
                                           : found + " must be " + schema::alternatives(choices));
  }

 private:
  DocumentPtr document_;
  Node values_;
};

Result<FunctionPtr> compile(const Options& options) {
  return FunctionPtr(std::make_unique<Enumeration>(options));
}

}  // namespace

extern const FunctionSpec kEnumeration = {"enumeration", "enumeration", compile};

}  // namespace tizza::spec::rulesets
