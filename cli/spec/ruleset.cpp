#include "spec/ruleset.hpp"

#include "spec/rules/rule_table.hpp"

namespace tizza::spec {

const Ruleset& recommended_rules() {
  static const Ruleset kRules = [] {
    Ruleset rules;
    for (const Rule* rule : all_rules()) {
      if (rule->recommended) rules.push_back({rule, *rule->recommended});
    }
    return rules;
  }();
  return kRules;
}

}  // namespace tizza::spec
