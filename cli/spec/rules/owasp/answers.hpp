#pragma once
#include "spec/rules/http.hpp"

namespace tizza::spec {

/// Reports that an operation does not describe the response `code`, which comes `when`.
void report_missing_answer(const OperationUse& use, std::string_view code, std::string_view when,
                           RuleContext& context);

}  // namespace tizza::spec
