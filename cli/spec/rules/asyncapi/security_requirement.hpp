#pragma once
#include "spec/rule.hpp"

namespace tizza::spec {

/// Checks one Security Requirement Object of AsyncAPI: its schemes are defined, and their scopes
/// too.
void check_security_requirement(Node requirement, RuleContext& context);

}  // namespace tizza::spec
