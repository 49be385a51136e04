#pragma once
#include <optional>
#include <string>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "commands/playbook_options.hpp"
#include "playbook/library.hpp"
#include "playbook/model.hpp"
#include "playbook/run_store.hpp"

namespace tizza::commands {

/// A playbook's file read and parsed. The first thing that is wrong is the error, with `playbook
/// lint` as the next thing to do.
Result<playbook::Playbook> parse_for_use(const playbook::LibraryEntry& entry);

/// Runs or rehearses a playbook from its beginning, to its end or to a stop.
Result<Verdict> start_playbook(PlaybookOptions options, Context& context);

/// Takes back what a run did, by a run of its own.
Result<Verdict> undo_playbook(const playbook::RunSummary& run, PlaybookOptions options,
                              Context& context);

/// Goes on with a run; `wanted` may be empty for the newest open one.
Result<Verdict> resume_playbook(const std::string& wanted, PlaybookOptions options,
                                Context& context);

}  // namespace tizza::commands
