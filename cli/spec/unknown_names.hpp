#pragma once
#include "spec/finding.hpp"
#include "spec/grammar.hpp"

/// Names that the grammar of a version does not know, and what to say of them: the version that
/// has them, or a name that is close.
namespace tizza::spec {

/// Whether the value of the deciding field picks this choice of a variant.
bool is_case(const Case& option, Node value);

/// The deciding field picks no choice that the version has.
void report_unknown_case(const Variant& variant, const Entry& deciding, Version version,
                         RuleFindings& findings);

/// The object has no field of this name in the version.
void report_unknown_field(const Object& object, Node holder, Node key, Version version,
                          RuleFindings& findings);

}  // namespace tizza::spec
