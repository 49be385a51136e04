#include <fmt/core.h>

#include "base/strings.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/keywords/sizes.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"
#include "text/scalar.hpp"

namespace tizza::schema {
namespace {

std::optional<size_t> members_of(const Run&, Node instance) {
  if (!instance.is_mapping()) return std::nullopt;
  return instance.size();
}

/// A value as people write it in YAML, on one line.
std::string written(Node value) {
  if (value.is_sequence()) {
    std::vector<std::string> items;
    for (const Node item : value.items()) items.push_back(written(item));
    return "[" + join(items, ", ") + "]";
  }
  return std::string(is_safe_plain(value.text()) ? value.text() : value.raw());
}

bool fail_missing(Run& run, Node instance, Node name, std::string_view because, Node example) {
  if (!run.reports()) return false;
  return run.fail(
      "missing-field", instance, schema::place(instance),
      fmt::format("{} has no field {}{}", label(instance), shown(name), because),
      example ? fmt::format("add `{}: {}`", name.text(), written(example)) : std::string());
}

class Required final : public Keyword {
 public:
  struct Member {
    Node name;
    const Subschema* schema = nullptr;  // of its property, where there is one
  };
  explicit Required(std::vector<Member> members) : members_(std::move(members)) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    if (!instance.is_mapping()) return true;
    bool holds = true;
    for (const auto& [name, schema] : members_) {
      if (instance[name.text()] || run.may_lack(name.text(), schema)) continue;
      const Node examples = schema == nullptr ? Node() : annotation(run, *schema, "examples");
      holds = fail_missing(run, instance, name, "", examples.at(0));
      if (!run.reports()) return false;
    }
    return holds;
  }

 private:
  std::vector<Member> members_;
};

/// Where a member is there, others must be too, or a subschema must hold.
class Dependents final : public Keyword {
 public:
  struct Rule {
    Node trigger;
    Node names;  // nothing where a schema is meant
    const Subschema* schema = nullptr;
  };
  explicit Dependents(std::vector<Rule> rules) : rules_(std::move(rules)) {}

  bool check(Run& run, Node instance, Evaluated* evaluated) const override {
    if (!instance.is_mapping()) return true;
    bool holds = true;
    for (const Rule& rule : rules_) {
      if (!instance[rule.trigger.text()]) continue;
      holds = check_rule(run, rule, instance, evaluated) && holds;
      if (!holds && !run.reports()) return false;
    }
    return holds;
  }

 private:
  static bool check_rule(Run& run, const Rule& rule, Node instance, Evaluated* evaluated) {
    if (rule.schema != nullptr) return run.apply(*rule.schema, instance, evaluated);
    bool holds = true;
    for (const Node name : rule.names.items()) {
      if (instance[name.text()]) continue;
      const std::string because = fmt::format(", which {} needs", shown(rule.trigger.text()));
      holds = fail_missing(run, instance, name, because, Node());
    }
    return holds;
  }

  std::vector<Rule> rules_;
};

}  // namespace

KeywordPtr compile_required(Compiler& compiler, const Place& place) {
  // In draft 3 it was a boolean of the property, which many schemas still carry.
  if (!place.value.is_sequence()) return nullptr;
  std::vector<Required::Member> members;
  for (const Node name : place.value.items()) {
    const Node property = place.sibling("properties")[name.text()];
    members.push_back({name, property ? compiler.subschema(property, place.resource) : nullptr});
  }
  return std::make_unique<Required>(std::move(members));
}

KeywordPtr compile_min_properties(Compiler& compiler, const Place& place) {
  return compile_size(compiler, place, {members_of, "entry", "entries", true});
}

KeywordPtr compile_max_properties(Compiler& compiler, const Place& place) {
  return compile_size(compiler, place, {members_of, "entry", "entries", false});
}

KeywordPtr compile_dependencies(Compiler& compiler, const Place& place) {
  std::vector<Dependents::Rule> rules;
  for (const auto& [key, value] : place.value.entries()) {
    if (value.is_sequence()) {
      rules.push_back({key, value, nullptr});
    } else {
      rules.push_back({key, Node(), compiler.subschema(value, place.resource)});
    }
  }
  return std::make_unique<Dependents>(std::move(rules));
}

KeywordPtr compile_dependent_required(Compiler& compiler, const Place& place) {
  return compile_dependencies(compiler, place);
}

KeywordPtr compile_dependent_schemas(Compiler& compiler, const Place& place) {
  return compile_dependencies(compiler, place);
}

}  // namespace tizza::schema
