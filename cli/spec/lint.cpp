#include "spec/lint.hpp"

#include <array>
#include <deque>
#include <unordered_set>

#include "base/append.hpp"
#include "spec/ignores.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/rulesets/run.hpp"
#include "spec/walker.hpp"
#include "text/node_hash.hpp"

namespace tizza::spec {
namespace {

/// The findings of the rules that are on, by rule.
class Collection {
 public:
  Collection(const Ruleset& rules, Version version, size_t most_of_rule, Ignores& ignores) {
    for (const ActiveRule& active : rules) {
      if (active.rule->versions.has(version)) {
        findings_.emplace_back(*active.rule, active.severity, most_of_rule, active.weights,
                               &ignores);
        if (active.custom) custom_.push_back({active.custom, &findings_.back()});
      }
    }
  }

  /// Of a rule that the walk checks; into the void where it is off.
  RuleFindings& of(std::string_view id) {
    for (RuleFindings& findings : findings_) {
      // A custom rule of that id has another check.
      const bool is_ours = findings.rule().set != RuleSet::kCustom;
      if (is_ours && findings.rule().id == id) return findings;
    }
    return void_.emplace_back(*find_rule(id), Severity::kHint, 0);
  }

  std::deque<RuleFindings>& all() { return findings_; }
  const std::vector<rulesets::CustomRun>& custom() const { return custom_; }

  LintResult take() {
    LintResult result;
    for (RuleFindings& findings : findings_) {
      for (size_t i = 0; i < result.counts.size(); ++i) {
        result.counts[i] += findings.counts()[i];
      }
      append(result.findings, findings.take());
    }
    return result;
  }

 private:
  std::deque<RuleFindings> findings_;
  std::deque<RuleFindings> void_;
  std::vector<rulesets::CustomRun> custom_;
};

void run_rules(const ApiDescription& api, Collection& collection,
               const Registration* registration) {
  const Facts facts(api);
  SchemaChecker schemas(api);
  std::array<std::vector<RuleFindings*>, static_cast<size_t>(NodeType::kCount)> subscribers;
  for (RuleFindings& findings : collection.all()) {
    if (!findings.rule().check) continue;
    for (size_t type = 0; type < subscribers.size(); ++type) {
      if (findings.rule().on.has(static_cast<NodeType>(type))) {
        subscribers[type].push_back(&findings);
      }
    }
  }
  for (const TypedNode& typed : api.nodes()) {
    for (RuleFindings* findings : subscribers[static_cast<size_t>(typed.type())]) {
      RuleContext context = {api, facts, *findings, schemas, registration};
      findings->rule().check(typed, context);
    }
  }
}

/// A path parameter that is not required breaks the format and `path-params`. It is said once, by
/// the rule, which points at the name.
void say_once(RuleFindings& grammar, const RuleFindings& path_params) {
  std::unordered_set<Node, NodeHash> optional;
  for (const Finding& finding : path_params.kept()) {
    const Node parameter = finding.at.node;
    const bool is_optional = parameter.is_mapping() && parameter["required"].as_bool() != true;
    if (is_optional) optional.insert(parameter);
  }
  if (optional.empty()) return;
  grammar.take_back([&](const Finding& finding) {
    if (finding.lacking == "required") return optional.count(finding.holder) != 0;
    const Node holder = finding.at.node.parent();
    return holder && optional.count(holder) != 0 && holder["required"] == finding.at.node;
  });
}

}  // namespace

LintResult lint(const DocumentPtr& document, Version version, DocumentStore& store,
                const Ruleset& rules, size_t most_of_rule, const Registration* registration) {
  Ignores ignores;
  Collection collection(rules, version, most_of_rule, ignores);
  const Grammar& format = grammar(version);
  const auto resolved = format.resolved_rule.empty() ? format.rule : format.resolved_rule;
  const auto payloads = format.payload_rule.empty() ? format.rule : format.payload_rule;
  const ApiDescription api = walk(
      document, version, store,
      {collection.of(format.rule), collection.of(resolved), collection.of(payloads),
       collection.of("invalid-ref"), collection.of("misplaced-ref"), collection.of("remote-ref")});
  run_rules(api, collection, registration);
  if (api.family() != Family::kAsyncApi) {
    say_once(collection.of(format.rule), collection.of("path-params"));
  }
  rulesets::run(*document, version, store, collection.custom());
  ignores.report(api, rules, collection.of("unknown-ignore"), collection.of("unused-ignore"));
  LintResult result = collection.take();
  result.used_ignores = ignores.used();
  return result;
}

}  // namespace tizza::spec
