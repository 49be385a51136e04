#include "release/released_commit.hpp"

#include <algorithm>

namespace tizza::release {
namespace {

/// What the commit can be found from, most likely first.
std::vector<std::string> starting_points(const Repository& repository, const Journal& journal) {
  const GitRepository& local = repository.local();
  std::vector<std::string> points;
  const auto add = [&](const Result<std::string>& commit) {
    if (!commit.ok() || *commit == journal.start) return;
    if (std::find(points.begin(), points.end(), *commit) == points.end()) points.push_back(*commit);
  };
  if (journal.mode == RunMode::kBranch) {
    add(local.resolve("refs/heads/" + journal.branch));
    return points;
  }
  if (const auto head = local.head_commit()) add(*head);
  if (!journal.start_branch.empty()) add(local.resolve("refs/heads/" + journal.start_branch));
  for (const JournalTag& tag : journal.tags) add(local.resolve("refs/tags/" + tag.tag));
  return points;
}

}  // namespace

bool is_made_for(const Repository& repository, const Journal& journal, const std::string& commit) {
  const auto parents = repository.parents(commit);
  if (!parents.ok() || *parents != std::vector<std::string>{journal.start}) return false;
  const auto changed = repository.changed_paths(journal.start, commit);
  if (!changed.ok()) return false;
  return std::all_of(journal.files.begin(), journal.files.end(), [&](const FileChange& file) {
    return std::find(changed->begin(), changed->end(), file.path) != changed->end();
  });
}

Result<std::optional<std::string>> find_released_commit(const Repository& repository,
                                                        const Journal& journal) {
  if (!journal.makes_commit()) return std::optional(journal.start);
  const auto points = starting_points(repository, journal);
  for (const std::string& point : points) {
    if (is_made_for(repository, journal, point)) return std::optional(point);
  }
  // Somebody went on from it: it is the first commit on the way there.
  if (!points.empty()) {
    TIZZA_TRY(const auto commits, repository.children(journal.start, points));
    for (const std::string& commit : commits) {
      if (is_made_for(repository, journal, commit)) return std::optional(commit);
    }
  }
  const bool is_at_start = repository.local().head_commit() == journal.start;
  return is_at_start ? std::optional(journal.start) : std::nullopt;
}

}  // namespace tizza::release
