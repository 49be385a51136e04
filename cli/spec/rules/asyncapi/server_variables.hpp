#pragma once
#include <span>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Checks the variables of a server against the texts that may hold them: all that they hold are
/// described, no others, and each default is one of the values allowed.
void check_server_variables(const TypedNode& server, std::span<const Node> texts,
                            RuleContext& context);

/// Reports the `default` of a server variable or of a parameter where its `enum` lacks it.
void check_default_in_enum(Node variable, RuleContext& context);

}  // namespace tizza::spec
