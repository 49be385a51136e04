#include <fmt/core.h>

#include "base/near_names.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/keywords/unknown_member.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

class Properties final : public Keyword {
 public:
  explicit Properties(StringMap<const Subschema*> schemas) : schemas_(std::move(schemas)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    bool holds = true;
    size_t index = 0;
    for (const auto& [key, value] : instance.entries()) {
      const auto found = schemas_.find(key.text());
      if (found != schemas_.end()) {
        holds = run.apply(*found->second, value, nullptr) && holds;
        if (!holds && !run.reports()) return false;
        if (evaluated != nullptr) evaluated->mark(index);
      }
      ++index;
    }
    return holds;
  }

 private:
  StringMap<const Subschema*> schemas_;
};

class PatternProperties final : public Keyword {
 public:
  using Rule = std::pair<Regex, const Subschema*>;
  explicit PatternProperties(std::vector<Rule> rules) : rules_(std::move(rules)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    bool holds = true;
    size_t index = 0;
    for (const auto& [key, value] : instance.entries()) {
      for (const auto& [regex, schema] : rules_) {
        if (!run.matches(regex, key.text(), value)) continue;
        holds = run.apply(*schema, value, nullptr) && holds;
        if (!holds && !run.reports()) return false;
        if (evaluated != nullptr) evaluated->mark(index);
      }
      ++index;
    }
    return holds;
  }

 private:
  std::vector<Rule> rules_;
};

class AdditionalProperties final : public Keyword {
 public:
  AdditionalProperties(const Subschema* schema, std::vector<std::string> names,
                       std::vector<Regex> patterns)
      : schema_(schema), names_(std::move(names)), patterns_(std::move(patterns)) {
    for (const std::string& name : names_) known_[name] = true;
  }

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    bool holds = true;
    size_t index = 0;
    for (const Entry member : instance.entries()) {
      if (!is_known(run, member)) {
        holds = check_member(run, instance, member) && holds;
        if (!holds && !run.reports()) return false;
        if (evaluated != nullptr) evaluated->mark(index);
      }
      ++index;
    }
    return holds;
  }

 private:
  bool is_known(Run& run, const Entry& member) const {
    if (known_.find(member.key.text()) != known_.end()) return true;
    for (const Regex& pattern : patterns_) {
      if (run.matches(pattern, member.key.text(), member.value)) return true;
    }
    return false;
  }

  bool check_member(Run& run, Node instance, const Entry& member) const {
    if (!run.ready(*schema_).is_false) return run.apply(*schema_, member.value, nullptr);
    return fail_unknown_member(run, instance, member, names_);
  }

  const Subschema* schema_;
  std::vector<std::string> names_;
  StringMap<bool> known_;
  std::vector<Regex> patterns_;
};

class PropertyNames final : public Keyword {
 public:
  explicit PropertyNames(const Subschema* schema) : schema_(schema) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    bool holds = true;
    for (const auto& [key, value] : instance.entries()) {
      if (run.accepts(*schema_, key)) continue;
      if (!run.reports()) return false;
      holds = run.fail("wrong-format", value, key.location(), message(run, key, instance));
    }
    return holds;
  }

 private:
  std::string message(Run& run, Node key, Node instance) const {
    if (const Node hint = annotation(run, *schema_, "patternErrorMessage")) {
      return fmt::format("name {} must be {}", shown(key.text()), hint.text());
    }
    const auto reasons = run.explain(*schema_, key);
    return fmt::format("name {} is not allowed in {}{}", shown(key.text()), label(instance),
                       reasons.empty() ? "" : ": " + reasons.front().message);
  }

  const Subschema* schema_;
};

}  // namespace

bool fail_unknown_member(Run& run, Node mapping, const Entry& member,
                         const std::vector<std::string>& known) {
  if (!run.reports()) return false;
  std::vector<std::string> open;
  for (const std::string& name : known) {
    if (!mapping[name]) open.push_back(name);
  }
  const std::string where =
      mapping.parent() ? "in " + label(mapping) : std::string("at the top level");
  return run.fail("unknown-field", member.value, member.key.location(),
                  fmt::format("field {} is not known {}", shown(member.key.text()), where),
                  near_names_help(member.key.text(), open));
}

KeywordPtr compile_properties(Compiler& compiler, const Place& place) {
  StringMap<const Subschema*> schemas;
  for (const auto& [key, value] : place.value.entries()) {
    schemas[std::string(key.text())] = compiler.subschema(value, place.resource);
  }
  return std::make_unique<Properties>(std::move(schemas));
}

KeywordPtr compile_pattern_properties(Compiler& compiler, const Place& place) {
  std::vector<PatternProperties::Rule> rules;
  for (const auto& [key, value] : place.value.entries()) {
    auto regex = compiler.regex(key.text(), key);
    if (!regex) return nullptr;
    rules.emplace_back(*std::move(regex), compiler.subschema(value, place.resource));
  }
  return std::make_unique<PatternProperties>(std::move(rules));
}

KeywordPtr compile_additional_properties(Compiler& compiler, const Place& place) {
  std::vector<std::string> names;
  for (const auto& [key, value] : place.sibling("properties").entries()) {
    names.emplace_back(key.text());
  }
  std::vector<Regex> patterns;
  for (const auto& [key, value] : place.sibling("patternProperties").entries()) {
    auto regex = compiler.regex(key.text(), key);
    if (!regex) return nullptr;
    patterns.push_back(*std::move(regex));
  }
  return std::make_unique<AdditionalProperties>(compiler.subschema(place.value, place.resource),
                                                std::move(names), std::move(patterns));
}

KeywordPtr compile_property_names(Compiler& compiler, const Place& place) {
  return std::make_unique<PropertyNames>(compiler.subschema(place.value, place.resource));
}

}  // namespace tizza::schema
