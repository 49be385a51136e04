#pragma once
#include <vector>

#include "spec/document_store.hpp"
#include "spec/finding.hpp"
#include "spec/ruleset.hpp"
#include "text/document.hpp"

namespace tizza::spec {

/// What was found in one description. `counts` holds all, `findings` those that were kept.
struct LintResult {
  std::vector<Finding> findings;
  SeverityCounts counts = {};
  /// The names in `x-tizza-ignore` that kept a finding away. Another description that shares the
  /// file may have reported the same name as unused.
  std::vector<Location> used_ignores;
};

/// Walks a description and runs every rule of the set that is for its version, in one pass over its
/// typed nodes. Of each rule the first `most_of_rule` findings are kept.
/// `registration` is what the registry says of the description; null where there is no registry.
LintResult lint(const DocumentPtr& document, Version version, DocumentStore& store,
                const Ruleset& rules, size_t most_of_rule,
                const Registration* registration = nullptr);

}  // namespace tizza::spec
