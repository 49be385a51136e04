#pragma once
#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports a reference to a channel that does not lead to one of the root's channels.
void check_root_channel(Node holder, RuleContext& context);

}  // namespace tizza::spec
