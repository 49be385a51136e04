#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/rule.hpp"

namespace tizza::spec::rulesets {

/// How much of a ruleset another one takes.
enum class Extent : uint8_t { kRecommended, kAll, kOff };

/// A ruleset of ours, by the name under which others extend it.
struct BuiltIn {
  std::string_view name;
  std::optional<RuleSet> set;  ///< None for `tizza:recommended`, which picks from all.
};

const BuiltIn* find_built_in(std::string_view name);
std::vector<std::string> built_in_names();
/// The name of the ruleset that rules belong to: `spectral:oas`.
std::string_view name_of(RuleSet set);

/// The severity of a rule in the set; none where the set does not hold it.
std::optional<Severity> severity_in(const BuiltIn& set, const Rule& rule);

/// Whether the rule is on where the set is taken to that extent.
bool is_on(const BuiltIn& set, const Rule& rule, Extent extent);

/// The name that a rule has today; `name` itself where it never had another.
std::string_view current_name(std::string_view name);

}  // namespace tizza::spec::rulesets
