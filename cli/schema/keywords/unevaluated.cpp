#include "schema/keywords/keywords.hpp"
#include "schema/keywords/unknown_member.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

class UnevaluatedProperties final : public Keyword {
 public:
  UnevaluatedProperties(const Subschema* schema, std::vector<std::string> names)
      : schema_(schema), names_(std::move(names)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    bool holds = true;
    size_t index = 0;
    for (const Entry member : instance.entries()) {
      if (!evaluated->has(index)) {
        holds = (run.ready(*schema_).is_false ? fail_unknown_member(run, instance, member, names_)
                                              : run.apply(*schema_, member.value, nullptr)) &&
                holds;
        if (!holds && !run.reports()) return false;
        evaluated->mark(index);
      }
      ++index;
    }
    return holds;
  }

 private:
  const Subschema* schema_;
  std::vector<std::string> names_;
};

class UnevaluatedItems final : public Keyword {
 public:
  explicit UnevaluatedItems(const Subschema* schema) : schema_(schema) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    if (!instance.is_sequence()) return true;
    bool holds = true;
    for (size_t i = 0; i < instance.size(); ++i) {
      if (evaluated->has(i)) continue;
      holds = run.apply(*schema_, instance.at(i), nullptr) && holds;
      if (!holds && !run.reports()) return false;
    }
    evaluated->mark_all();
    return holds;
  }

 private:
  const Subschema* schema_;
};

}  // namespace

KeywordPtr compile_unevaluated_properties(Compiler& compiler, const Place& place) {
  std::vector<std::string> names;
  for (const auto& [key, value] : place.sibling("properties").entries()) {
    names.emplace_back(key.text());
  }
  return std::make_unique<UnevaluatedProperties>(compiler.subschema(place.value, place.resource),
                                                 std::move(names));
}

KeywordPtr compile_unevaluated_items(Compiler& compiler, const Place& place) {
  return std::make_unique<UnevaluatedItems>(compiler.subschema(place.value, place.resource));
}

}  // namespace tizza::schema
