#pragma once
#include "spec/description.hpp"
#include "spec/document_store.hpp"
#include "spec/finding.hpp"

namespace tizza::spec {

/// The rules that the walk itself checks.
struct WalkFindings {
  RuleFindings& grammar;         ///< Breaches of the format: `oas2-schema`, `asyncapi-schema`.
  RuleFindings& resolved;        ///< The same in what only references lead to.
  RuleFindings& payloads;        ///< The same in payloads of AsyncAPI 2 without a `schemaFormat`.
  RuleFindings& invalid_refs;    ///< References that lead nowhere or to the wrong thing.
  RuleFindings& misplaced_refs;  ///< References where the format knows none.
  RuleFindings& remote_refs;     ///< References that are not followed.
};

/// Types a document by the grammar of its version, follows its references, and reports what breaks
/// the grammar, all in one walk over the text. Each object is checked once, however many references
/// lead to it. The work is linear in the size of the documents.
ApiDescription walk(const DocumentPtr& document, Version version, DocumentStore& store,
                    WalkFindings findings);

}  // namespace tizza::spec
