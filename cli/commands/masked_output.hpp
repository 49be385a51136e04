#pragma once
#include <functional>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "playbook/scope.hpp"

namespace tizza::commands {

/// Calls `work` with a context whose terminal shows none of the scope's secrets; nor does the error
/// that it returns.
Result<Verdict> with_secrets_masked(const playbook::Scope& scope, Context& context,
                                    const std::function<Result<Verdict>(Context&)>& work);

}  // namespace tizza::commands
