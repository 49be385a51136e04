#pragma once
#include <string_view>

#include "spec/grammar.hpp"

namespace tizza::spec {

/// Whether `name` may stand in a map with this rule.
bool fits(KeyRule rule, std::string_view name);

/// What such names look like, as the end of a message: `must start with \`/\``.
std::string_view demand(KeyRule rule);

}  // namespace tizza::spec
