#include "commands/open_update.hpp"

#include "base/strings.hpp"

namespace tizza::commands {

std::string folder_argument(const std::string& folder) {
  return folder.empty() || folder == "." ? "" : " " + shell_quote(folder);
}

std::string merge_hint(const std::string& folder, const std::string& branch) {
  const std::string argument = folder_argument(folder);
  return "next: git" + (argument.empty() ? "" : " -C" + argument) + " merge " +
         shell_quote(branch) + "\n";
}

Result<RunningUpdate> find_running_update(const Arguments& arguments, Context& context) {
  const std::string folder = arguments.positional(0).empty() ? "." : arguments.positional(0);
  RunningUpdate running;
  {
    TIZZA_TRY(const auto repository, context.git.open(folder));
    TIZZA_TRY(running.git_folder, scaffold::common_git_folder(context.files, *repository));
  }
  TIZZA_TRY(
      const bool was_begun,
      scaffold::undo_begun({context.files, context.git, context.interrupts}, running.git_folder));
  TIZZA_TRY(auto update, scaffold::find_open_update(context.files, running.git_folder));
  if (!update) {
    return failure("update",
                   was_begun ? "an update that was cut off is undone, and no other is open"
                             : "no update is open",
                   "run `tizza update`");
  }
  running.update = *std::move(update);
  return running;
}

}  // namespace tizza::commands
