#pragma once
#include <string>
#include <unordered_map>

#include "base/diagnostic.hpp"
#include "spec/description.hpp"
#include "spec/finding.hpp"

namespace tizza::spec {

/// Turns findings into diagnostics. Keeps what it learns about documents, so that the pointers of
/// many findings in one large mapping do not each search it.
class DiagnosticMaker {
 public:
  Diagnostic make(const Finding& finding);

 private:
  std::string pointer(Node node);
  /// The token under which `node` stands in `holder`.
  std::string token(Node holder, Node node);

  std::unordered_map<Node, std::unordered_map<NodeId, uint32_t>, NodeHash> indices_;
};

}  // namespace tizza::spec
