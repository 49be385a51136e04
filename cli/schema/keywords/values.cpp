#include <fmt/core.h>

#include "base/near_names.hpp"
#include "schema/equality.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

/// `enum`, and `const` as an enum of one.
class Values final : public Keyword {
 public:
  explicit Values(std::vector<Node> values) : values_(std::move(values)) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    for (const Node value : values_) {
      if (is_equal(run, value, instance)) return true;
    }
    if (!run.reports()) return false;
    std::vector<std::string> quoted, names;
    for (const Node value : values_) {
      quoted.push_back(shown(value));
      if (value.is_string()) names.emplace_back(value.text());
    }
    std::string help =
        instance.is_scalar() ? near_names_help(instance.text(), names) : std::string();
    return run.fail("wrong-value", instance, schema::place(instance),
                    fmt::format("{} must be {}, not {}", label(instance), alternatives(quoted),
                                instance.is_scalar() ? shown(instance) : found(instance)),
                    std::move(help));
  }

 private:
  static bool is_equal(const Run& run, Node value, Node instance) {
    if (equal(value, instance)) return true;
    return value.is_string() && run.is_string(instance) && value.text() == instance.text();
  }

  std::vector<Node> values_;
};

}  // namespace

KeywordPtr compile_enum(Compiler& compiler, const Place& place) {
  if (!place.value.is_sequence()) {
    compiler.fail(place.value, "`enum` must be a list, not " + found(place.value));
    return nullptr;
  }
  std::vector<Node> values;
  for (const Node value : place.value.items()) values.push_back(value);
  return std::make_unique<Values>(std::move(values));
}

KeywordPtr compile_const(Compiler&, const Place& place) {
  return std::make_unique<Values>(std::vector<Node>{place.value});
}

}  // namespace tizza::schema
