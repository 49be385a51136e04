#include "platform/history_marks.hpp"

#include <algorithm>

namespace tizza::platform {

std::vector<bool> HistoryMarks::take_known(const GitCommit& commit) {
  std::vector<bool> known(paths_.size(), false);
  if (const auto found = known_.find(commit.id); found != known_.end()) {
    known = std::move(found->second);
    known_.erase(found);
  }
  for (size_t i = 0; i < paths_.size(); ++i) {
    if (paths_[i].since == commit.id) known[i] = true;
  }
  if (std::find(known.begin(), known.end(), true) == known.end()) return known;
  for (const std::string& parent : commit.parents) {
    auto& inherited = known_[parent];
    inherited.resize(paths_.size(), false);
    for (size_t i = 0; i < known.size(); ++i) inherited[i] = inherited[i] || known[i];
  }
  return known;
}

std::vector<std::string> common_ends(const std::vector<GitPath>& paths) {
  std::vector<std::string> ends;
  for (const GitPath& path : paths) {
    if (path.since.empty()) return {};
    if (std::find(ends.begin(), ends.end(), path.since) == ends.end()) ends.push_back(path.since);
  }
  return ends;
}

}  // namespace tizza::platform
