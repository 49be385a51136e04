#pragma once
#include "spec/value_checks.hpp"

namespace tizza::spec {

/// Checks what one field of an object says about another.
void check_constraint(const Constraint& rule, const Object& object, Node node, const Standing& at,
                      RuleFindings& findings);

}  // namespace tizza::spec
