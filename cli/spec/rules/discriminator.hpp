#pragma once
#include "spec/rule.hpp"

namespace tizza::spec {

/// Checks that the property which a discriminator names, as Swagger 2.0 and AsyncAPI write it, is
/// defined and required.
void check_discriminator(const TypedNode& schema, RuleContext& context);

}  // namespace tizza::spec
