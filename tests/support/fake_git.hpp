#pragma once
#include <set>
#include <utility>

#include "ports/git.hpp"
#include "support/script.hpp"

namespace tizza::testing {

/// One repository as plain data.
struct FakeRepository {
  std::string work_tree = "/workspace";
  std::string git_directory = "/workspace/.git";
  std::optional<std::string> head_commit = {};
  std::optional<std::string> head_branch = "main";
  std::map<std::string, std::string> revisions =
      {};  ///< Revision to commit; `HEAD` needs no entry.
  std::vector<GitTag> tags = {};
  std::map<std::pair<std::string, std::string>, std::string> blobs = {};  ///< By (revision, path).
  std::map<std::string, std::string> objects = {};                        ///< Content by id.
  std::map<std::string, std::vector<GitTreeEntry>> trees = {};            ///< Files by revision.
  std::set<std::pair<std::string, std::string>> ancestry =
      {};  ///< (ancestor, descendant) by commit.
  bool is_shallow = false;
  std::vector<GitCommit> history = {};  ///< Newest first; `touches` is taken as it is.
};

/// Repositories as data, and answers by command line (`push --atomic origin *`), with a log.
class FakeGit final : public Git {
 public:
  using Answer = std::function<Result<GitOutcome>(const GitRequest&)>;

  /// The repository whose work tree is `repository.work_tree`; later changes to what is returned
  /// are seen by whoever opened it.
  FakeRepository& add(FakeRepository repository);

  /// `arguments` are those behind `git`, quoted as for a shell, and may end in `*`.
  void answer(std::string arguments, GitOutcome outcome);
  void answer(std::string arguments, Answer answer);

  const std::vector<GitRequest>& requests() const { return requests_; }
  std::vector<std::string> log() const;

  /// A directory belongs to the repository with the longest work tree above it.
  Result<std::unique_ptr<GitRepository>> open(const std::string& directory) override;
  /// What nobody scripted ends with exit code 1 and says so.
  Result<GitOutcome> run(const GitRequest& request) override;

 private:
  std::vector<std::shared_ptr<FakeRepository>> repositories_;
  Script<GitRequest, Result<GitOutcome>> script_;
  std::vector<GitRequest> requests_;
};

}  // namespace tizza::testing
