#pragma once
#include <string_view>

#include "spec/rule.hpp"

namespace tizza::spec {

/// Reports a keyword of later versions wherever the description has it as a key.
void report_keyword(std::string_view keyword, RuleContext& context);

}  // namespace tizza::spec
