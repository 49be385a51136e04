#pragma once
#include "spec/rule.hpp"

namespace tizza::spec {

/// Checks one Security Requirement Object of AsyncAPI: its schemes are defined, and their scopes
/// too.
void check_security_requirement(Node requirement, RuleContext& context);

/// Checks the `security` of AsyncAPI 3, a list of schemes: the scopes that each asks for are among
/// those that its flows grant.
void check_security_schemes(Node schemes, RuleContext& context);

}  // namespace tizza::spec
