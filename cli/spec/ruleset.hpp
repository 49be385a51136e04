#pragma once
#include <vector>

#include "spec/rule.hpp"

namespace tizza::spec {

/// A rule that is on, and how much its findings weigh.
struct ActiveRule {
  const Rule* rule;
  Severity severity;
};

using Ruleset = std::vector<ActiveRule>;

/// `tizza:recommended`, the default: every rule that has a severity there.
const Ruleset& recommended_rules();

}  // namespace tizza::spec
