#pragma once
#include <string_view>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports every `description` and `title`, wherever it stands, whose text holds `needle`.
void forbid_in_markdown(std::string_view needle, RuleContext& context);

}  // namespace tizza::spec
