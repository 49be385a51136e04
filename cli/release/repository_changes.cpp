#include <fmt/core.h>

#include <charconv>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "release/repository.hpp"

// What a release changes in a repository and at its remote, by the user's git.
namespace tizza::release {
namespace {

using Arguments = std::vector<std::string>;

constexpr std::string_view kTags = "refs/tags/";

/// The status line of a ref that the server refused: `!<tab>from:to<tab>[remote rejected] (why)`.
std::optional<std::string> rejection(std::string_view output) {
  for (const auto line : split_lines(output)) {
    if (!line.starts_with("!\t")) continue;
    const size_t open = line.rfind('(');
    const size_t close = line.rfind(')');
    if (open == std::string_view::npos || close < open) return std::string(line);
    return std::string(line.substr(open + 1, close - open - 1));
  }
  return std::nullopt;
}

Status without_output(Result<std::string> outcome) {
  if (!outcome.ok()) return std::move(outcome).error();
  return {};
}

}  // namespace

std::string lock_of_changes(const GitRepository& repository) {
  return join_path(repository.git_directory(), "tizza/release/git.lock");
}

Result<GitOutcome> Repository::change(Arguments arguments) const {
  return change_in(directory_, std::move(arguments));
}

Result<GitOutcome> Repository::change_in(const std::string& directory, Arguments arguments) const {
  GitRequest request;
  request.directory = directory;
  request.arguments = std::move(arguments);
  request.may_prompt = may_prompt_;
  request.lock_file = lock_of_changes(*local_);
  return git_->run(request);
}

Result<std::string> Repository::change_or_fail(Arguments arguments,
                                               std::string_view failing_to) const {
  TIZZA_TRY(GitOutcome outcome, change(std::move(arguments)));
  return output_of(std::move(outcome), failing_to);
}

Result<std::string> Repository::create_tag(const std::string& name, const std::string& commit,
                                           const std::string& message, bool sign) const {
  const std::string failing_to = fmt::format("make the tag `{}`", name);
  TIZZA_TRY(
      const std::string made,
      change_or_fail({"tag", sign ? "-s" : "-a", "-m", message, "--", name, commit}, failing_to));
  const auto object = run_or_fail({"rev-parse", "--verify", std::string(kTags) + name}, failing_to);
  if (object.ok()) return std::string(trim(*object));
  (void)change({"tag", "-d", "--", name});  // nobody could take it back later without its object
  return object.error();
}

Status Repository::remove_tag(const std::string& name, const std::string& object) const {
  const auto done = change_or_fail({"update-ref", "-d", std::string(kTags) + name, object},
                                   fmt::format("remove the tag `{}`", name));
  if (!done.ok()) return done.error();
  return {};
}

Result<std::optional<std::string>> Repository::ref(const std::string& name) const {
  TIZZA_TRY(const GitOutcome outcome, run({"rev-parse", "--verify", "--quiet", name}));
  if (outcome.exit_code != 0) return std::optional<std::string>();
  return std::optional<std::string>(trim(outcome.output));
}

Result<PushOutcome> Repository::push(const std::string& remote, Arguments refs) const {
  // Settings such as push.followTags must not add anything to what was planned.
  Arguments arguments = {
      "push", "--porcelain", "--atomic", "--no-follow-tags", "--recurse-submodules=no",
      "--",   remote};
  arguments.insert(arguments.end(), refs.begin(), refs.end());
  TIZZA_TRY(const GitOutcome outcome, change(std::move(arguments)));
  if (outcome.exit_code == 0) return PushOutcome{true};
  const auto rejected = rejection(outcome.output);
  std::string reason = git_reason(outcome.errors);
  const bool server_spoke = outcome.errors.find("remote:") != std::string::npos;
  if (rejected && !server_spoke) reason = *rejected;
  return PushOutcome{false, rejected.has_value(), std::move(reason)};
}

Status Repository::start_branch(const std::string& name) const {
  TIZZA_TRY(const auto there, ref("refs/heads/" + name));
  if (there) return check_out(name);
  return without_output(change_or_fail({"switch", "--quiet", "--no-track", "-c", name},
                                       fmt::format("start the branch `{}`", name)));
}

Status Repository::check_out(const std::string& name) const {
  TIZZA_TRY(const auto branch, ref("refs/heads/" + name));
  Arguments arguments = {"switch", "--quiet"};
  if (!branch) arguments.emplace_back("--detach");
  arguments.push_back(name);
  return without_output(change_or_fail(std::move(arguments), fmt::format("check `{}` out", name)));
}

Status Repository::remove_branch(const std::string& name, const std::string& commit) const {
  return without_output(change_or_fail({"update-ref", "-d", "refs/heads/" + name, commit},
                                       fmt::format("remove the branch `{}`", name)));
}

Status Repository::change_paths(Arguments arguments, const std::vector<std::string>& paths,
                                std::string_view failing_to) const {
  Arguments all = {"--literal-pathspecs"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  all.emplace_back("--");
  all.insert(all.end(), paths.begin(), paths.end());
  TIZZA_TRY(const GitOutcome outcome, change_in(local_->work_tree(), std::move(all)));
  return without_output(output_of(std::move(outcome), failing_to));
}

Status Repository::commit_files(const std::vector<std::string>& paths, const std::string& message,
                                bool sign) const {
  // A removal that a call before this one has staged would be a path that git no longer knows.
  TIZZA_CHECK(change_paths({"reset", "--quiet"}, paths, "unstage the release's files"));
  TIZZA_CHECK(change_paths({"add", "--all"}, paths, "stage the release's files"));
  Arguments arguments = {"commit", "--quiet", "-m", message};
  if (sign) arguments.emplace_back("-S");
  return change_paths(std::move(arguments), paths, "commit the release's files");
}

Status Repository::uncommit(const std::string& commit,
                            const std::vector<std::string>& paths) const {
  TIZZA_CHECK(without_output(change_or_fail({"reset", "--quiet", "--soft", commit},
                                            fmt::format("go back to `{}`", short_commit(commit)))));
  return change_paths({"reset", "--quiet"}, paths, "unstage the release's files");
}

Result<std::vector<std::string>> Repository::parents(const std::string& commit) const {
  TIZZA_TRY(const std::string output,
            run_or_fail({"rev-list", "--parents", "--max-count=1", commit}, "read HEAD"));
  std::vector<std::string> parents;
  for (const auto word : split(trim(output), ' ')) parents.emplace_back(word);
  if (!parents.empty()) parents.erase(parents.begin());
  return parents;
}

Result<std::vector<std::string>> Repository::children(const std::string& commit,
                                                      const Arguments& tips) const {
  Arguments arguments = {"rev-list", "--parents", "--ancestry-path"};
  arguments.insert(arguments.end(), tips.begin(), tips.end());
  arguments.push_back("^" + commit);
  TIZZA_TRY(const std::string output,
            run_or_fail(std::move(arguments), "read what came behind a commit"));
  std::vector<std::string> children;
  for (const auto line : split_lines(output)) {
    const auto words = split(line, ' ');  // a commit and its parents
    if (words.size() == 2 && words[1] == commit) children.emplace_back(words[0]);
  }
  return children;
}

Result<std::vector<std::string>> Repository::changed_paths(const std::string& from,
                                                           const std::string& to) const {
  TIZZA_TRY(const std::string output,
            run_or_fail({"diff-tree", "-r", "-z", "--name-only", "--no-renames", from, to},
                        "compare two commits"));
  std::vector<std::string> paths;
  for (const auto path : split(output, '\0')) {
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

Result<int64_t> Repository::commit_time(const std::string& commit) const {
  TIZZA_TRY(const std::string output,
            run_or_fail({"show", "-s", "--format=%ct", commit}, "read the time of the commit"));
  int64_t time = 0;
  const auto text = trim(output);
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), time);
  if (fault == std::errc() && end == text.data() + text.size()) return time;
  return failure("git", fmt::format("`{}` is no time of a commit", text));
}

Status Repository::export_commit(const std::string& commit, const std::string& folder,
                                 const std::string& index) const {
  const Arguments calls[] = {{"read-tree", commit},
                             {"checkout-index", "--all", "--quiet", "--prefix=" + folder + "/"}};
  for (const Arguments& arguments : calls) {
    GitRequest request;
    request.directory = local_->work_tree();
    request.arguments = arguments;
    request.environment = {{"GIT_INDEX_FILE", index}};
    TIZZA_TRY(const GitOutcome outcome, git_->run(request));
    if (outcome.exit_code == 0) continue;
    return failure("git", fmt::format("cannot write the files of `{}`: {}", short_commit(commit),
                                      git_reason(outcome.errors)));
  }
  return {};
}

}  // namespace tizza::release
