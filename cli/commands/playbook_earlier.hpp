#pragma once
#include <string>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "commands/playbook_conduct.hpp"
#include "playbook/run_store.hpp"

namespace tizza::commands {

enum class StartChoice : uint8_t { kNew, kResume, kStop };

/// What becomes of a start while an earlier run of the same playbook is not over.
struct StartDecision {
  StartChoice choice = StartChoice::kNew;
  std::string earlier = {};  ///< The run to go on with, of kResume.
};

/// Looks for runs of the same playbook on the same service and environment that are not over, and
/// asks whether the newest is meant. Where nobody can be asked, an error (rule `earlier-run`) that
/// names the flag; `is_new_wanted` is that flag.
Result<StartDecision> settle_earlier_run(const playbook::RunStore& store, const Conduct& conduct,
                                         bool is_new_wanted, Context& context);

}  // namespace tizza::commands
