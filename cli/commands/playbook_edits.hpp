#pragma once
#include "commands/context.hpp"
#include "playbook/model.hpp"
#include "playbook/run_store.hpp"
#include "registry/model.hpp"

namespace tizza::commands {

/// A run follows its own copy of the playbook, `then`. Where there is a newer one, a warning (rule
/// `edited`) says so, and the lines that went and came are shown, step by step. `registry` may be
/// null.
void warn_of_edits(const playbook::RunSummary& run, const playbook::Playbook& then,
                   const registry::Registry* registry, Context& context);

}  // namespace tizza::commands
