#pragma once
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/report.hpp"
#include "spec/description.hpp"
#include "spec/finding.hpp"
#include "spec/positions.hpp"

namespace tizza::spec {

/// What makes a finding the same one when lines move and lists are sorted anew: its place, with
/// list items by what names them (`name` and `in` of a parameter, the `$ref`, the `url`), and the
/// values that its message holds. Keeps what it learns about lists.
class Identities {
 public:
  /// Neither the rule nor the file are part of it.
  std::string of(const Finding& finding);

 private:
  std::string place(Node node);
  std::string token(Node holder, Node node);
  const std::vector<std::string>& item_names(Node sequence);

  Positions positions_;
  std::unordered_map<Node, std::vector<std::string>, NodeHash> names_;
};

/// The identity of what has no node, such as broken syntax.
std::string identity(const Diagnostic& diagnostic);

/// Turns the identities, which stand in `fingerprint`, into fingerprints: of the rule, the file (as
/// `file_name` calls it) and the identity. The second of two equal findings gets another one.
void set_fingerprints(report::Report& report,
                      const std::function<std::string(const std::string&)>& file_name);

}  // namespace tizza::spec
