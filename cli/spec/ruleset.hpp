#pragma once
#include <vector>

#include "spec/rule.hpp"

namespace tizza::spec {

namespace rulesets {
struct CustomRule;
}

/// A rule that is on, and how much its findings weigh.
struct ActiveRule {
  const Rule* rule;
  Severity severity;
  const rulesets::CustomRule* custom = nullptr;  ///< What it does, where a ruleset says so.
  const PlaceWeights* weights = nullptr;         ///< Places where its findings weigh otherwise.
};

using Ruleset = std::vector<ActiveRule>;

/// `tizza:recommended`, the default: every rule that has a severity there.
const Ruleset& recommended_rules();

}  // namespace tizza::spec
