#pragma once
#include <vector>

#include "spec/document_store.hpp"
#include "spec/finding.hpp"
#include "spec/rulesets/custom_rule.hpp"

namespace tizza::spec::rulesets {

/// A custom rule that is on, and where it reports.
struct CustomRun {
  const CustomRule* rule;
  RuleFindings* findings;
};

/// Runs custom rules on a description: one walk for those that see its references followed, and one
/// for those that see it as it stands.
void run(const Document& document, Version version, DocumentStore& store,
         const std::vector<CustomRun>& rules);

}  // namespace tizza::spec::rulesets
