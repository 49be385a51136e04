#pragma once
#include <string_view>

#include "spec/grammar.hpp"

namespace tizza::spec {

/// Whether `name` may stand in a map with this rule.
bool fits(KeyRule rule, std::string_view name);

/// Whether the version only advises such names: OpenAPI 3.0 asks for component names that its own
/// schema lets be otherwise, and generators of that time make use of it.
bool is_advice(KeyRule rule, Version version);

/// What such names look like, as the end of a message: `must start with \`/\``.
std::string_view demand(KeyRule rule);

}  // namespace tizza::spec
