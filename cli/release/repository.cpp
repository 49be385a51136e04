#include "release/repository.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"

namespace tizza::release {
namespace {

using Arguments = std::vector<std::string>;

constexpr std::string_view kTags = "refs/tags/";

/// The path of one record of `status --porcelain=v2 -z`; empty where it is no path of a change.
std::string_view changed_path(std::string_view record) {
  size_t fields = 0;  // in front of the path
  switch (record.empty() ? '\0' : record[0]) {
    case '1':
      fields = 8;
      break;
    case '2':
      fields = 9;
      break;
    case 'u':
      fields = 10;
      break;
    case '?':
      fields = 1;
      break;
    default:
      return {};
  }
  for (; fields > 0 && !record.empty(); --fields) {
    const size_t blank = record.find(' ');
    record.remove_prefix(blank == std::string_view::npos ? record.size() : blank + 1);
  }
  return record;
}

std::optional<std::string_view> without_prefix(std::string_view line, std::string_view prefix) {
  if (!line.starts_with(prefix)) return std::nullopt;
  return trim(line.substr(prefix.size()));
}

}  // namespace

Result<std::string> output_of(GitOutcome outcome, std::string_view failing_to) {
  if (outcome.exit_code == 0) return std::move(outcome.output);
  return failure("git", fmt::format("cannot {}: {}", failing_to, git_reason(outcome.errors)));
}

Result<Repository> Repository::open(Git& git, std::string directory, bool may_prompt) {
  TIZZA_TRY(auto local, git.open(directory));
  return Repository(git, std::move(directory), may_prompt, std::move(local));
}

Result<GitOutcome> Repository::run(Arguments arguments) const {
  GitRequest request;
  request.directory = directory_;
  request.arguments = std::move(arguments);
  request.may_prompt = may_prompt_;
  return git_->run(request);
}

Result<std::string> Repository::run_or_fail(Arguments arguments,
                                            std::string_view failing_to) const {
  TIZZA_TRY(GitOutcome outcome, run(std::move(arguments)));
  return output_of(std::move(outcome), failing_to);
}

Result<std::vector<std::string>> Repository::uncommitted() const {
  TIZZA_TRY(const std::string output,
            run_or_fail({"--no-optional-locks", "status", "--porcelain=v2", "-z",
                         "--untracked-files=normal"},
                        "read the status of the work tree"));
  std::vector<std::string> paths;
  bool is_origin_of_rename = false;
  for (const auto record : split(output, '\0')) {
    const auto path = is_origin_of_rename ? std::string_view() : changed_path(record);
    is_origin_of_rename = !is_origin_of_rename && record.starts_with("2 ");
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

Result<std::vector<std::string>> Repository::tracked(const Arguments& patterns) const {
  Arguments arguments = {"ls-files", "-z", "--"};
  arguments.insert(arguments.end(), patterns.begin(), patterns.end());
  TIZZA_TRY(const std::string output, run_or_fail(std::move(arguments), "list the tracked files"));
  std::vector<std::string> paths;
  for (const auto path : split(output, '\0')) {
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

Result<std::optional<std::string>> Repository::identity() const {
  // Without this setting git makes an address up from the names of user and machine.
  TIZZA_TRY(const GitOutcome outcome,
            run({"-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"}));
  const auto text = trim(outcome.output);
  const size_t end = text.rfind('>');  // a date follows
  if (outcome.exit_code != 0 || end == std::string_view::npos) return std::optional<std::string>();
  return std::optional<std::string>(text.substr(0, end + 1));
}

Result<std::vector<std::string>> Repository::remotes() const {
  TIZZA_TRY(const std::string output, run_or_fail({"remote"}, "list the remotes"));
  std::vector<std::string> names;
  for (const auto line : split_lines(output)) names.emplace_back(line);
  return names;
}

Result<RemoteRefs> Repository::ask_remote(const std::string& remote,
                                          const std::vector<std::string>& refs) const {
  Arguments arguments = {"ls-remote", "--", remote};
  arguments.insert(arguments.end(), refs.begin(), refs.end());
  TIZZA_TRY(const std::string output,
            run_or_fail(std::move(arguments), fmt::format("read the refs of `{}`", remote)));
  RemoteRefs found;
  for (const auto line : split_lines(output)) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    found.emplace(line.substr(tab + 1), line.substr(0, tab));
  }
  return found;
}

Status Repository::fetch_objects(const std::string& remote, const std::string& branch) const {
  const auto done =
      run_or_fail({"fetch", "--quiet", "--no-tags", "--no-write-fetch-head",
                   "--no-recurse-submodules", "--refmap=", "--", remote, "refs/heads/" + branch},
                  fmt::format("fetch `{}` from `{}`", branch, remote));
  if (!done.ok()) return done.error();
  return {};
}

std::string git_reason(std::string_view errors) {
  constexpr std::string_view kGeneral = "Could not read from remote repository.";
  std::vector<std::string> server;
  std::string_view telling;  // the first error of git, or what ssh said just before a general one
  std::string_view last;
  for (auto line : split_lines(errors)) {
    line = trim(line);
    if (line.empty()) continue;
    auto fault = without_prefix(line, "fatal:");
    if (!fault) fault = without_prefix(line, "error:");
    if (const auto said = without_prefix(line, "remote:")) {
      if (!said->empty()) server.emplace_back(*said);
    } else if (fault && telling.empty()) {
      telling = *fault == kGeneral && !last.empty() ? last : *fault;
    }
    last = line;
  }
  if (!server.empty()) return join(server, "; ");
  if (telling.empty()) telling = last;
  if (telling.ends_with('.')) telling.remove_suffix(1);
  return telling.empty() ? "git gave no reason" : std::string(telling);
}

std::optional<std::string> tagged_commit(const RemoteRefs& refs, const std::string& tag) {
  const std::string ref = std::string(kTags) + tag;
  for (const std::string& name : {ref + "^{}", ref}) {
    if (const auto found = refs.find(name); found != refs.end()) return found->second;
  }
  return std::nullopt;
}

std::string short_commit(const std::string& commit) {
  constexpr size_t kEnough = 10;
  return commit.substr(0, kEnough);
}

}  // namespace tizza::release
