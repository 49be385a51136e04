#pragma once
#include <string_view>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports where `field` of the contact is not what the registry has for one of the owner teams.
/// Silent where there is no registry, or where it has no such value for any of them.
void check_contact(Node root, std::string_view field, std::string Registration::Team::*member,
                   RuleContext& context);

}  // namespace tizza::spec
