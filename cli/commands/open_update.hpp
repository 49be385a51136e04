#pragma once
#include <string>

#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "scaffold/update_run.hpp"

namespace tizza::commands {

/// The update that `resume` and `abort` are about.
struct RunningUpdate {
  std::string git_folder;
  scaffold::OpenUpdate update;
};

/// What to run next, such as ` DIR` behind a command where that is not this folder.
std::string folder_argument(const std::string& folder);
/// `next: git merge BRANCH`, from here.
std::string merge_hint(const std::string& folder, const std::string& branch);

/// The open update of the repository around DIR; an error where there is none. What a killed call
/// began is undone first, so that it counts as none.
Result<RunningUpdate> find_running_update(const Arguments& arguments, Context& context);

}  // namespace tizza::commands
