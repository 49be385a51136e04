#pragma once
#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "text/document.hpp"

namespace tizza::spec::rulesets {

/// Holds a ruleset to registry-schema/ruleset.schema.json. What does not fit is said to `sink`; the
/// result holds the JSON Pointers of these parts, which nobody can read on.
std::set<std::string> check_form(const Document& document, Sink& sink);

}  // namespace tizza::spec::rulesets
