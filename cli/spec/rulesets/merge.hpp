#pragma once
#include "spec/rulesets/loaded_ruleset.hpp"

namespace tizza::spec::rulesets {

/// The rules of a ruleset together with those that it extends: a later one of the same id replaces
/// an earlier one, and the ruleset's own entries change what they name. Severities for rules that
/// are in none of them go to `sink`.
RuleStates merge(const RulesetFile& file, Sink& sink);

/// The same with the parts of overrides laid over it.
RuleStates merge_overrides(const RuleStates& base, const std::vector<const Override*>& overrides,
                           Sink& sink);

}  // namespace tizza::spec::rulesets
