#include "spec/rulesets/merge.hpp"

#include "base/near_names.hpp"
#include "spec/rules/rule_table.hpp"

namespace tizza::spec::rulesets {
namespace {

std::string place_of_key(Node key) {
  return key.document().path() + ":" + std::to_string(key.location().begin().line);
}

void take(const RuleStates& from, RuleStates& to) {
  for (const auto& [id, state] : from) to[id] = state;
}

RuleStates built_in(const BuiltIn& set, Extent extent) {
  RuleStates states;
  for (const Rule* rule : all_rules()) {
    const auto severity = severity_in(set, *rule);
    if (!severity) continue;
    RuleState state;
    state.rule = rule;
    state.severity = *severity;
    state.is_recommended = is_on(set, *rule, Extent::kRecommended);
    state.is_on = is_on(set, *rule, extent);
    state.said_in = set.name;
    states.emplace(rule->id, std::move(state));
  }
  return states;
}

bool is_on_in(const RuleState& state, Extent extent) {
  return extent == Extent::kAll || (extent == Extent::kRecommended && state.is_recommended);
}

class Merge {
 public:
  explicit Merge(Sink& sink) : sink_(sink) {}

  RuleStates extended(const std::vector<Extension>& extends) {
    RuleStates states;
    for (const Extension& extension : extends) {
      take(extension.built_in ? built_in(*extension.built_in, extension.extent)
                              : file(*extension.file, extension.extent, extension.is_explicit),
           states);
    }
    return states;
  }

  /// `extent` is how much of the file its user takes; said explicitly, it reaches through to what
  /// the file itself extends.
  RuleStates file(const RulesetFile& ruleset, Extent extent, bool is_explicit) {
    RuleStates states = extended(ruleset.extends);
    if (is_explicit) {
      for (auto& [id, state] : states) state.is_on = is_on_in(state, extent);
    }
    for (const RuleEntry& entry : ruleset.rules) {
      const bool is_new = entry.definition && !states.count(entry.id);
      apply(entry, states);
      const auto changed = states.find(entry.id);
      if (changed == states.end()) continue;
      const bool is_off = entry.definition && entry.definition->is_off;
      if ((is_new || is_explicit) && !is_off) {
        changed->second.is_on = is_on_in(changed->second, extent);
      }
    }
    return states;
  }

  void apply(const RuleEntry& entry, RuleStates& states) {
    if (entry.is_broken) return void(states[entry.id]);
    if (entry.definition) return define(entry, states);
    const auto found = states.find(entry.id);
    if (found == states.end()) return unknown(entry, states);
    RuleState& state = found->second;
    if (entry.severity) {
      state.severity = *entry.severity;
      state.is_on = true;
    } else {
      state.is_on = entry.is_on.value_or(true);
    }
    state.said_in = place_of_key(entry.key);
  }

 private:
  void define(const RuleEntry& entry, RuleStates& states) {
    const CustomRule& definition = *entry.definition;
    RuleState& state = states[entry.id];
    const bool is_new = state.rule == nullptr;
    if (definition.severity) {
      state.severity = *definition.severity;
    } else if (is_new) {
      state.severity = Severity::kWarn;
    }
    state.rule = &definition.rule;
    state.custom = entry.definition;
    state.is_recommended = definition.is_recommended;
    state.is_on = !definition.is_off;
    state.said_in = place_of_key(entry.key);
  }

  void unknown(const RuleEntry& entry, const RuleStates& states) {
    const std::string id(entry.key.text());
    std::string help;
    if (const Rule* rule = find_rule(entry.id)) {
      for (const std::string& name : built_in_names()) {
        const BuiltIn& set = *find_built_in(name);
        if (set.set == rule->set) help = "it is in `" + name + "`: add that to `extends`";
      }
    } else {
      std::vector<std::string> names;
      for (const auto& [name, state] : states) names.push_back(name);
      help = near_names_help(id, names);
      if (help.empty())
        help = "`tizza spec rules` lists the rules; a new one needs `given` and `then`";
    }
    sink_.report(ruleset_problem(entry.key.location(),
                                 "no ruleset that is extended here has a rule `" + id + "`", help));
  }

  Sink& sink_;
};

}  // namespace

RuleStates merge(const RulesetFile& file, Sink& sink) {
  return Merge(sink).file(file, Extent::kRecommended, false);
}

RuleStates merge_overrides(const RuleStates& base, const std::vector<const Override*>& overrides,
                           Sink& sink) {
  Merge merge(sink);
  RuleStates states;
  for (const Override* one : overrides) take(merge.extended(one->extends), states);
  take(base, states);
  for (const Override* one : overrides) {
    for (const RuleEntry& entry : one->rules) merge.apply(entry, states);
  }
  return states;
}

}  // namespace tizza::spec::rulesets
