#pragma once
#include <string>
#include <vector>

#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"

namespace tizza::commands {

/// What `tizza update` and `tizza add` ask for: both merge what a template makes now into a
/// project, and leave a branch.
struct ProjectChange {
  std::string folder;
  std::string branch;   ///< Empty for one that is named after the change.
  std::string version;  ///< Of the template; empty for the newest.
  std::string add_on;   ///< To be added to the recorded version; empty for an update.
  std::vector<std::string> data;
  bool is_offline = false;
  bool take_defaults = false;
  bool is_dry_run = false;
  bool is_agreed = false;
  bool is_json = false;
};

/// Reads what both have in common; `folder` is the positional number `folder_index`.
ProjectChange read_change(const Arguments& arguments, size_t folder_index);

/// The flags that it reads: `--branch`, `--data`, `--defaults`, `--dry-run`, `--offline`, `--yes`
/// and `--format`.
std::vector<FlagSpec> change_flags(std::string_view branch_summary);

/// Shows every file with its class, then merges: a branch with one commit, or an open update with
/// the conflicts in a worktree (Verdict::kNegative).
Result<Verdict> change_project(const ProjectChange& change, Context& context);

}  // namespace tizza::commands
