#include "support/fake_git.hpp"

#include "base/strings.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::testing {
namespace {

class OpenFakeRepository final : public GitRepository {
 public:
  explicit OpenFakeRepository(std::shared_ptr<FakeRepository> data) : data_(std::move(data)) {}

  const std::string& work_tree() const override { return data_->work_tree; }
  const std::string& git_directory() const override { return data_->git_directory; }
  std::optional<std::string> head_commit() const override { return data_->head_commit; }
  std::optional<std::string> head_branch() const override { return data_->head_branch; }

  Result<std::string> resolve(const std::string& revision) const override {
    if (revision == "HEAD" && data_->head_commit) return *data_->head_commit;
    if (const auto found = data_->revisions.find(revision); found != data_->revisions.end()) {
      return found->second;
    }
    for (const GitTag& tag : data_->tags) {
      if (tag.name == revision || tag.commit == revision) return tag.commit;
    }
    return failure("git", "revision `" + revision + "` does not exist");
  }

  Result<std::vector<GitTag>> tags() const override { return data_->tags; }

  Result<std::string> read_blob(const std::string& revision,
                                const std::string& path) const override {
    const auto found = data_->blobs.find({revision, path});
    if (found != data_->blobs.end()) return found->second;
    return failure("git", "file `" + path + "` does not exist at `" + revision + "`");
  }

  Result<std::string> read_object(const std::string& id) const override {
    const auto found = data_->objects.find(id);
    if (found != data_->objects.end()) return found->second;
    return failure("git", "object `" + id + "` does not exist");
  }

  Result<std::vector<GitTreeEntry>> list_tree(const std::string& revision) const override {
    const auto found = data_->trees.find(revision);
    if (found != data_->trees.end()) return found->second;
    return failure("git", "revision `" + revision + "` does not exist");
  }

  Result<bool> is_ancestor(const std::string& ancestor,
                           const std::string& descendant) const override {
    TIZZA_TRY(const std::string above, resolve_or_commit(ancestor));
    TIZZA_TRY(const std::string below, resolve_or_commit(descendant));
    return above == below || data_->ancestry.contains({above, below});
  }

  bool is_shallow() const override { return data_->is_shallow; }

  /// The history is a line: each path counts until its `since` comes.
  Status walk(const std::vector<GitPath>& paths,
              const std::function<void(const GitCommit&)>& visit) const override {
    std::vector<bool> known(paths.size(), false);
    for (GitCommit commit : data_->history) {
      bool any = false;
      commit.touches.resize(paths.size(), true);
      for (size_t i = 0; i < paths.size(); ++i) {
        known[i] = known[i] || paths[i].since == commit.id;
        commit.touches[i] = commit.touches[i] && !known[i];
        any = any || commit.touches[i];
      }
      if (any) visit(commit);
    }
    return {};
  }

 private:
  Result<std::string> resolve_or_commit(const std::string& revision) const {
    if (revision == data_->head_commit) return revision;
    for (const auto& [above, below] : data_->ancestry) {
      if (revision == above || revision == below) return revision;
    }
    return resolve(revision);
  }

  std::shared_ptr<FakeRepository> data_;
};

std::string command_line(const GitRequest& request) {
  std::vector<std::string> words;
  for (const std::string& word : request.arguments) words.push_back(shell_quote(word));
  return join(words, " ");
}

}  // namespace

FakeRepository& FakeGit::add(FakeRepository repository) {
  repositories_.push_back(std::make_shared<FakeRepository>(std::move(repository)));
  return *repositories_.back();
}

void FakeGit::answer(std::string arguments, GitOutcome outcome) {
  script_.add(std::move(arguments), [outcome = std::move(outcome)](const GitRequest&) {
    return Result<GitOutcome>(outcome);
  });
}

void FakeGit::answer(std::string arguments, Answer answer) {
  script_.add(std::move(arguments), std::move(answer));
}

std::vector<std::string> FakeGit::log() const {
  std::vector<std::string> lines;
  for (const GitRequest& request : requests_) lines.push_back(command_line(request));
  return lines;
}

Result<std::unique_ptr<GitRepository>> FakeGit::open(const std::string& directory) {
  std::string at =
      directory.starts_with('/') ? directory : std::string(kFakeWorkingDirectory) + "/" + directory;
  while (at.size() > 1 && (at.ends_with("/.") || at.ends_with('/'))) at.resize(at.rfind('/'));
  std::shared_ptr<FakeRepository> best;
  for (const auto& candidate : repositories_) {
    const bool is_inside = at == candidate->work_tree || at.starts_with(candidate->work_tree + "/");
    if (is_inside && (!best || candidate->work_tree.size() > best->work_tree.size())) {
      best = candidate;
    }
  }
  if (!best) return failure("git", "folder `" + directory + "` is not in a git repository");
  return std::unique_ptr<GitRepository>(std::make_unique<OpenFakeRepository>(best));
}

Result<GitOutcome> FakeGit::run(const GitRequest& request) {
  requests_.push_back(request);
  const std::string line = command_line(request);
  if (const auto* answer = script_.next(line)) return (*answer)(request);
  return GitOutcome{1, "", "nobody scripted: git " + line + "\n"};
}

}  // namespace tizza::testing
