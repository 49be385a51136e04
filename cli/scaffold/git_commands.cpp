#include "scaffold/git_commands.hpp"

#include "base/strings.hpp"

namespace tizza::scaffold {

Error git_failure(const GitOutcome& outcome, const std::string& what, const std::string& help) {
  const bool has_no_identity = outcome.errors.find("user.email") != std::string::npos ||
                               outcome.errors.find("empty ident name") != std::string::npos;
  if (has_no_identity) {
    return failure("git", "git does not know who commits",
                   "run `git config --global user.name NAME` and `git config --global user.email "
                   "EMAIL`" +
                       (help.empty() ? "" : ", or " + help));
  }
  const auto lines = split_lines(outcome.errors);
  const std::string reason = lines.empty() ? "no reason given" : std::string(lines.back());
  return failure("git", what + " failed: " + reason, help.empty() ? "" : "mend it, or " + help);
}

Result<std::string> git_output(Git& git, const GitRequest& request) {
  TIZZA_TRY(GitOutcome outcome, git.run(request));
  if (outcome.exit_code == 0) return std::move(outcome.output);
  std::string command;
  for (const std::string& argument : request.arguments) {
    const bool is_setting = argument.starts_with('-') || argument.find('=') != std::string::npos;
    if (!is_setting) command = command.empty() ? "git " + argument : command;
  }
  return git_failure(outcome, command, {});
}

Result<std::string> git_word(Git& git, const GitRequest& request) {
  TIZZA_TRY(const std::string output, git_output(git, request));
  return std::string(trim(output));
}

}  // namespace tizza::scaffold
