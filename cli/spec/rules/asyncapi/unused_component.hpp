#pragma once
#include <string_view>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports the entries of one mapping of the components that no reference leads to or into. `kind`
/// names an entry.
void check_unused_components(Node components, std::string_view kind, RuleContext& context);

}  // namespace tizza::spec
