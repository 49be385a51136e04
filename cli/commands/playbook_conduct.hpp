#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "playbook/engine.hpp"
#include "playbook/journal.hpp"
#include "playbook/model.hpp"
#include "playbook/preflight.hpp"
#include "playbook/run_store.hpp"
#include "playbook/scope.hpp"
#include "registry/model.hpp"

namespace tizza::commands {

/// A run that is about to go on: what starting and resuming have in common.
struct Conduct {
  const playbook::Playbook& playbook;
  playbook::Scope scope;
  playbook::RunSettings settings;
  playbook::Chat chat = {};
  bool is_practice = false;
  bool is_jsonl = false;
};

/// What the playbook does, with values filled in.
std::string title_of(const Conduct& conduct);

/// The name of a service or environment that a scope holds; empty where it holds none.
std::string name_in(const playbook::Scope& scope, std::string_view input);

/// The chat of the registry's settings, if the environment has its address. `registry` may be null.
playbook::Chat find_chat(const registry::Registry* registry, const Context& context);

/// Why nothing can be said in it; empty where it can.
std::string no_chat_reason(const playbook::Chat& chat);

/// What a person must still say, where nobody can be asked: an error that names each answer.
Status refuse_missing_answers(const Conduct& conduct, const playbook::RunPlace& place);

/// Held while a run works on a service and environment.
class RunLock {
 public:
  /// None of this name is at work, or the playbook may interrupt it: then its process is asked to
  /// stop at its next step, and waited for.
  static Result<RunLock> take(playbook::RunStore& store, const Conduct& conduct, Context& context);

  /// Whether another run wants this one to stop.
  bool is_asked_to_stop() const { return !request_.empty() && files_->exists(request_); }

 private:
  RunLock(FileSystem& files, std::unique_ptr<FileLock> lock, std::string request)
      : files_(&files), lock_(std::move(lock)), request_(std::move(request)) {}

  FileSystem* files_;
  std::unique_ptr<FileLock> lock_;
  std::string request_;
};

/// Held while this process goes on with the run, whatever it is about; an error (rule `locked`)
/// where another one does.
Result<std::unique_ptr<FileLock>> lock_run(const playbook::RunStore& store,
                                           const playbook::RunSummary& run, Context& context);

/// Says what begins, checks all prerequisites and shows those that are not met. True: go on. In
/// practice they are only named.
Result<bool> meet_prerequisites(const Conduct& conduct, Context& context);

/// Prints each record of the journal as a line of JSON from now on.
void print_records(playbook::Journal& journal, Context& context);

/// Says that a run has stopped, and the command that goes on with it.
void say_how_to_go_on(const Conduct& conduct, const std::string& run_id, Context& context);

/// Runs the engine and says how it ended, with the next command.
Result<Verdict> conduct_run(Conduct conduct, const std::string& run_id, playbook::Journal& journal,
                            const RunLock& lock, Context& context);

}  // namespace tizza::commands
