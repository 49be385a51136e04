#pragma once
#include <map>
#include <string>
#include <vector>

#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "playbook/engine.hpp"

namespace tizza::commands {

/// What `playbook run` and `playbook practice` were told.
struct PlaybookOptions {
  std::string name;
  std::map<std::string, std::string> inputs;  ///< Service and environment among them.
  std::string from;
  bool is_practice = false;
  bool is_dry_run = false;
  bool is_jsonl = false;
  bool takes_defaults = false;    ///< Without asking.
  bool is_new_run = false;        ///< Although an earlier one is not over.
  std::string undoes = {};        ///< The run that this one takes back; empty for none.
  std::string scenario = {};      ///< Of practice: a file; empty for none.
  std::string replayed_run = {};  ///< Of practice: the run that it goes like; empty for none.
  playbook::RunSettings settings;
};

/// Flags that runs, rehearsals and resumed runs share: `--answer`, `--yes-to`, `--format`.
std::vector<FlagSpec> playbook_answer_flags();

/// Those with which a run begins: `--env`, `--data`, `--from`, `--dry-run`.
std::vector<FlagSpec> playbook_start_flags();

/// The arguments of a run; an error (rule `usage`) where `key=value` is something else.
Result<PlaybookOptions> read_playbook_options(const Arguments& arguments);

/// A run that is named is not named by nothing (rule `usage`), as an unset variable of a script
/// does.
Status check_run_argument(const Arguments& arguments);

/// `--answer` and `--yes-to` alone.
Result<playbook::RunSettings> read_run_settings(const Arguments& arguments);

}  // namespace tizza::commands
