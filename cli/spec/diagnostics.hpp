#pragma once
#include <string>

#include "base/diagnostic.hpp"
#include "spec/description.hpp"
#include "spec/finding.hpp"
#include "spec/positions.hpp"

namespace tizza::spec {

/// Turns findings into diagnostics. Linear in their number, however large the mappings are in which
/// they stand.
class DiagnosticMaker {
 public:
  Diagnostic make(const Finding& finding);

 private:
  std::string pointer(Node node);
  /// The token under which `node` stands in `holder`.
  std::string token(Node holder, Node node);

  Positions positions_;
};

}  // namespace tizza::spec
