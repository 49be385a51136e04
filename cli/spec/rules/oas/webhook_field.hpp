#pragma once
#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports the operations of webhooks that have the field; `what` says so: `names servers`.
void check_no_webhook_field(Node root, std::string_view field, std::string_view what,
                            RuleContext& context);

}  // namespace tizza::spec
