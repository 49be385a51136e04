#pragma once
#include "spec/rule.hpp"

namespace tizza::spec {

/// Checks one Security Requirement Object: its schemes are among `schemes`, which stand in the
/// field `where`, and its scopes are defined by them.
void check_requirement(Node requirement, Node schemes, std::string_view where,
                       RuleContext& context);

}  // namespace tizza::spec
