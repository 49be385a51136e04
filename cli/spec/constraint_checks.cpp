#include "spec/constraint_checks.hpp"

#include <vector>

#include "base/strings.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

std::string needed(const Constraint& rule) {
  std::vector<std::string_view> names = {rule.a, rule.b};
  if (!rule.c.empty()) names.push_back(rule.c);
  return choices(names);
}

void check_alone(const Constraint& rule, Node list, RuleFindings& findings) {
  Node only;
  for (const Node item : list.items()) {
    if (item["in"].text() != rule.value) continue;
    if (only) {
      findings.report(item["in"], "`in: {}` can stand only once in `{}`", rule.value, rule.a)
          .note(only["in"], "first here");
    }
    if (!only) only = item;
  }
  if (!only) return;
  for (const Node item : list.items()) {
    if (item["in"].text() != rule.b) continue;
    findings.report(item["in"], "`in: {}` and `in: {}` exclude each other", rule.b, rule.value)
        .note(only["in"], "the other one");
  }
}

}  // namespace

void check_constraint(const Constraint& rule, const Object& object, Node node, const Standing& at,
                      RuleFindings& findings) {
  const auto a = node.find(rule.a);
  const auto b = node.find(rule.b);
  const bool applies = a && (rule.value.empty() || a->value.text() == rule.value);
  switch (rule.kind) {
    case Constraint::Kind::kAnyOf:
      if (a || b || (!rule.c.empty() && node.find(rule.c))) return;
      findings.report(spot(node, at), "{} needs {}", object.name, needed(rule));
      return;
    case Constraint::Kind::kNotTogether:
      if (!a || !b) return;
      findings.report(b->key, "`{}` and `{}` exclude each other in {}", rule.a, rule.b,
                      object.name);
      return;
    case Constraint::Kind::kNeeds:
      if (!applies || b) return;
      findings.report(a->value, "{} with `{}: {}` needs `{}`", object.name, rule.a, rule.value,
                      rule.b);
      return;
    case Constraint::Kind::kExcludes:
      if (!applies || !b) return;
      findings.report(b->key, "`{}` is not allowed in {} with `{}: {}`", rule.b, object.name,
                      rule.a, rule.value);
      return;
    case Constraint::Kind::kOnlyWith:
      if (!b || (a && to_lower(a->value.text()) == rule.value)) return;
      findings.report(b->key, "`{}` is only allowed in {} with `{}: {}`", rule.b, object.name,
                      rule.a, rule.value);
      return;
    case Constraint::Kind::kAlone:
      if (a) check_alone(rule, a->value, findings);
      return;
  }
}

}  // namespace tizza::spec
