#pragma once
#include "base/result.hpp"
#include "commands/playbook_conduct.hpp"
#include "playbook/journal.hpp"
#include "playbook/model.hpp"
#include "playbook/run_store.hpp"

/// What must be said of a run before it goes on, and what must not.
namespace tizza::commands {

/// The step with which the run goes on; null where none is left.
const playbook::Step* next_step(const playbook::RunSummary& run,
                                const playbook::Playbook& playbook);

/// Where nobody can be asked, what must be said beforehand is there, or nothing happens.
Status refuse_unanswered(const playbook::RunSummary& run, const Conduct& conduct,
                         const playbook::Journal& journal);

/// `done` and `again` settle how a step ended of which that is not known. Of another one they mean
/// nothing, and whoever says them expects something (rule `usage`).
Status refuse_settled(const Conduct& conduct, const playbook::Journal& journal);

}  // namespace tizza::commands
