#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "ports/git.hpp"

namespace tizza::platform {

/// Which commits of one walk count for which path: those in front of the path's `since` whose
/// object at the path is another than that of every parent. Commits are shown children first.
class HistoryMarks {
 public:
  /// The object (a tree, blob or commit, in hexadecimal) at each path of a commit; empty for none.
  using Objects = std::vector<std::string>;

  explicit HistoryMarks(const std::vector<GitPath>& paths) : paths_(paths) {}

  /// Fills `commit.touches` and hands what is known down to its parents. `objects_of` is asked for
  /// the objects of a commit.
  template <typename ObjectsOf>
  void mark(GitCommit& commit, const ObjectsOf& objects_of) {
    const std::vector<bool> known = take_known(commit);
    const Objects own = take_objects(commit.id, objects_of);
    commit.touches.assign(paths_.size(), false);
    std::vector<bool> differs(paths_.size(), true);
    for (const std::string& parent : commit.parents) {
      const auto [found, is_new] = objects_.try_emplace(parent);
      if (is_new) found->second = objects_of(parent);
      for (size_t i = 0; i < own.size(); ++i) differs[i] = differs[i] && found->second[i] != own[i];
    }
    for (size_t i = 0; i < own.size(); ++i) {
      // Where nothing is and nothing was, the first commit has no part in it either. The whole tree
      // is what every commit is about, empty ones too.
      const bool appears = !commit.parents.empty() || !own[i].empty();
      commit.touches[i] = !known[i] && (paths_[i].path.empty() || (differs[i] && appears));
    }
  }

  static bool any(const GitCommit& commit) {
    for (const bool touches : commit.touches) {
      if (touches) return true;
    }
    return false;
  }

 private:
  std::vector<bool> take_known(const GitCommit& commit);

  template <typename ObjectsOf>
  Objects take_objects(const std::string& id, const ObjectsOf& objects_of) {
    const auto found = objects_.find(id);
    if (found == objects_.end()) return objects_of(id);
    Objects objects = std::move(found->second);
    objects_.erase(found);  // its children were all seen
    return objects;
  }

  const std::vector<GitPath>& paths_;
  std::unordered_map<std::string, std::vector<bool>> known_;  // of commits that are still to come
  std::unordered_map<std::string, Objects> objects_;          // of parents that are still to come
};

/// The distinct commits behind which no path has anything to tell; none where a path wants all.
std::vector<std::string> common_ends(const std::vector<GitPath>& paths);

}  // namespace tizza::platform
