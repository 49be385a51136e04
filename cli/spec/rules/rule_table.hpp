#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Every rule, in the order in which `tizza spec rules` lists them.
std::span<const Rule* const> all_rules();

/// The rule with this id, or nullptr.
const Rule* find_rule(std::string_view id);

}  // namespace tizza::spec
