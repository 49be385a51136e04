#pragma once
#include <string_view>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports where the schema in `field`, if there is one, does not say `type: object`.
void check_object_schema(Node holder, std::string_view field, RuleContext& context);

}  // namespace tizza::spec
