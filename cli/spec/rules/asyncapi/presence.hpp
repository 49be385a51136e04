#pragma once
#include <string_view>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports where `holder` lacks the field, or where that says nothing. `label` is the key under
/// which the holder stands, or the reference to it, or nothing; `subject` names the holder.
void check_presence(Node holder, Node label, std::string_view field, std::string_view subject,
                    RuleContext& context);

/// The same for a list, which must not be empty either.
void check_filled_list(Node holder, Node label, std::string_view field, std::string_view subject,
                       RuleContext& context);

}  // namespace tizza::spec
