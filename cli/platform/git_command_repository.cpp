#include "platform/git_command_repository.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <unordered_map>

#include "base/strings.hpp"
#include "platform/history_marks.hpp"

namespace tizza::platform {
namespace {

/// What git said on standard error, as one sentence: without `fatal: ` and behind the first line.
std::string reason_of(const GitOutcome& outcome) {
  std::string_view text = trim(outcome.errors);
  text = text.substr(0, text.find('\n'));
  for (const std::string_view prefix : {"fatal: ", "error: "}) {
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  }
  return text.empty() ? fmt::format("git ended with {}", outcome.exit_code) : std::string(text);
}

class GitCommandRepository final : public GitRepository {
 public:
  GitCommandRepository(Git& git, std::string work_tree, std::string git_directory, bool is_shallow)
      : git_(git),
        work_tree_(std::move(work_tree)),
        git_directory_(std::move(git_directory)),
        is_shallow_(is_shallow) {}

  const std::string& work_tree() const override { return work_tree_; }
  const std::string& git_directory() const override { return git_directory_; }
  bool is_shallow() const override { return is_shallow_; }

  std::optional<std::string> head_commit() const override {
    return line({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  }
  std::optional<std::string> head_branch() const override {
    return line({"symbolic-ref", "--quiet", "--short", "HEAD"});
  }
  Result<std::string> resolve(const std::string& revision) const override {
    if (auto commit = line(
            {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"})) {
      return *commit;
    }
    return failure("git", fmt::format("revision `{}` does not exist", revision));
  }

  Result<std::vector<GitTag>> tags() const override {
    TIZZA_TRY(const GitOutcome outcome,
              run({"for-each-ref", "refs/tags", "--format",
                   "%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00"
                   "%(*objectname)"}));
    if (outcome.exit_code != 0) return failure("git", reason_of(outcome));
    std::vector<GitTag> found;
    for (const std::string_view entry : split_lines(outcome.output)) {
      const auto fields = split(entry, '\0');
      if (fields.size() != 5) continue;
      const bool annotated = fields[1] == "tag";
      const std::string_view type = fields[annotated ? 3 : 1];
      const std::string name(fields[0]);
      if (type == "commit") {
        found.push_back({name, std::string(fields[annotated ? 4 : 2]), annotated});
      } else if (type == "tag") {
        // A tag of a tag: git before 2.45 looks through the first one only.
        if (auto commit = resolve("refs/tags/" + name)) found.push_back({name, *commit, true});
      }
    }
    return found;
  }

  Result<std::string> read_blob(const std::string& revision,
                                const std::string& path) const override {
    TIZZA_CHECK(resolve(revision));
    TIZZA_TRY(GitOutcome outcome, run({"cat-file", "blob", fmt::format("{}:{}", revision, path)}));
    if (outcome.exit_code == 0) return std::move(outcome.output);
    return failure("git", fmt::format("file `{}` does not exist at `{}`", path, revision));
  }

  Result<std::string> read_object(const std::string& id) const override {
    TIZZA_TRY(GitOutcome outcome, run({"cat-file", "blob", id}));
    if (outcome.exit_code == 0) return std::move(outcome.output);
    return failure("git", fmt::format("object `{}` does not exist", id));
  }

  Result<std::vector<GitTreeEntry>> list_tree(const std::string& revision) const override {
    TIZZA_TRY(const GitOutcome outcome, run({"ls-tree", "-r", "-z", "--full-tree", revision}));
    if (outcome.exit_code != 0) {
      return failure("git", fmt::format("revision `{}` does not exist", revision));
    }
    std::vector<GitTreeEntry> entries;
    for (const std::string_view line : split(outcome.output, '\0')) {
      const size_t tab = line.find('\t');
      if (tab == std::string_view::npos) continue;
      const auto fields = split(line.substr(0, tab), ' ');
      const std::string mode(fields.front());
      entries.push_back({std::string(line.substr(tab + 1)),
                         static_cast<uint32_t>(std::strtoul(mode.c_str(), nullptr, 8)),
                         std::string(fields.back())});
    }
    std::sort(entries.begin(), entries.end(),
              [](const GitTreeEntry& a, const GitTreeEntry& b) { return a.path < b.path; });
    return entries;
  }

  Result<bool> is_ancestor(const std::string& ancestor,
                           const std::string& descendant) const override {
    TIZZA_TRY(const std::string above, resolve(ancestor));
    TIZZA_TRY(const std::string below, resolve(descendant));
    TIZZA_TRY(const GitOutcome outcome, run({"merge-base", "--is-ancestor", above, below}));
    if (outcome.exit_code > 1) return failure("git", reason_of(outcome));
    return outcome.exit_code == 0;
  }

  Status walk(const std::vector<GitPath>& paths,
              const std::function<void(const GitCommit&)>& visit) const override {
    if (!head_commit()) return {};
    TIZZA_TRY(std::vector<GitCommit> commits, commits_behind(common_ends(paths)));
    TIZZA_TRY(const auto objects, objects_at(commits, paths));
    HistoryMarks marks(paths);
    for (GitCommit& commit : commits) {
      marks.mark(commit, [&](const std::string& id) { return objects.at(id); });
      if (HistoryMarks::any(commit)) visit(commit);
    }
    return {};
  }

 private:
  using ObjectsByCommit = std::unordered_map<std::string, HistoryMarks::Objects>;

  Result<std::vector<GitCommit>> commits_behind(const std::vector<std::string>& ends) const {
    std::vector<std::string> arguments = {
        "log", "-z", "--topo-order", "--no-show-signature", "--format=%H%n%P%n%ct%n%B", "HEAD"};
    if (!ends.empty()) {
      std::vector<std::string> bases = {"merge-base", "--octopus"};
      bases.insert(bases.end(), ends.begin(), ends.end());
      if (const auto end = line(std::move(bases)); end && !end->empty()) {
        arguments.push_back("^" + *end);
      }
    }
    arguments.emplace_back("--");
    TIZZA_TRY(const GitOutcome outcome, run(std::move(arguments)));
    if (outcome.exit_code != 0) return failure("git", reason_of(outcome));
    std::vector<GitCommit> commits;
    for (std::string_view record : split(outcome.output, '\0')) {
      const auto next_line = [&] {
        const size_t end = std::min(record.find('\n'), record.size());
        const auto text = record.substr(0, end);
        record.remove_prefix(std::min(end + 1, record.size()));
        return text;
      };
      GitCommit commit;
      commit.id = next_line();
      if (commit.id.empty()) continue;
      for (const auto parent : split(next_line(), ' ')) {
        if (!parent.empty()) commit.parents.emplace_back(parent);
      }
      const auto time = next_line();
      std::from_chars(time.data(), time.data() + time.size(), commit.time);
      commit.message = record;
      commits.push_back(std::move(commit));
    }
    return commits;
  }

  /// What stands at each path of the commits and of their parents, asked of one process.
  Result<ObjectsByCommit> objects_at(const std::vector<GitCommit>& commits,
                                     const std::vector<GitPath>& paths) const {
    ObjectsByCommit objects;
    std::vector<std::string> order;
    const auto want = [&](const std::string& id) {
      if (objects.try_emplace(id).second) order.push_back(id);
    };
    for (const GitCommit& commit : commits) {
      want(commit.id);
      for (const std::string& parent : commit.parents) want(parent);
    }
    GitRequest request;
    request.directory = work_tree_;
    request.arguments = {"cat-file", "--batch-check=%(objectname)"};
    for (const std::string& id : order) {
      for (const GitPath& path : paths) request.input += fmt::format("{}:{}\n", id, path.path);
    }
    TIZZA_TRY(const GitOutcome outcome, git_.run(request));
    if (outcome.exit_code != 0) return failure("git", reason_of(outcome));
    const auto lines = split_lines(outcome.output);
    if (lines.size() != order.size() * paths.size()) {
      return failure("git", "git did not answer for every commit");
    }
    for (size_t i = 0; i < lines.size(); ++i) {
      const bool is_missing = lines[i].ends_with(" missing");
      objects[order[i / paths.size()]].emplace_back(is_missing ? std::string_view() : lines[i]);
    }
    return objects;
  }

  Result<GitOutcome> run(std::vector<std::string> arguments) const {
    GitRequest request;
    request.directory = work_tree_;
    request.arguments = std::move(arguments);
    return git_.run(request);
  }
  std::optional<std::string> line(std::vector<std::string> arguments) const {
    const auto outcome = run(std::move(arguments));
    if (!outcome || outcome->exit_code != 0) return std::nullopt;
    return std::string(trim(outcome->output));
  }

  Git& git_;
  std::string work_tree_;
  std::string git_directory_;
  bool is_shallow_;
};

}  // namespace

Result<std::unique_ptr<GitRepository>> open_with_git(Git& git, const std::string& directory) {
  GitRequest request;
  request.directory = directory;
  request.arguments = {"rev-parse", "--show-toplevel", "--absolute-git-dir",
                       "--is-shallow-repository"};
  TIZZA_TRY(const GitOutcome outcome, git.run(request));
  const auto lines = split_lines(outcome.output);
  if (outcome.exit_code == 0 && lines.size() == 3) {
    return std::unique_ptr<GitRepository>(std::make_unique<GitCommandRepository>(
        git, std::string(lines[0]), std::string(lines[1]), lines[2] == "true"));
  }
  const std::string reason = reason_of(outcome);
  if (reason.starts_with("not a git repository")) {
    return failure("git", fmt::format("folder `{}` is not in a git repository", directory),
                   "make one by `git init`");
  }
  return failure("git", fmt::format("cannot open the repository of `{}`: {}", directory, reason));
}

}  // namespace tizza::platform
