#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "commands/playbook_conduct.hpp"

namespace tizza::commands {

/// What the run would do from a step on (empty: the first), without doing any of it. Where
/// `missing` names flags of inputs that nobody gave, texts that need them stand as they are
/// written.
Result<Verdict> print_plan(const Conduct& conduct, const std::string& start,
                           const std::vector<std::string>& missing, Context& context);

}  // namespace tizza::commands
