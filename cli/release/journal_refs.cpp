#include "release/journal_refs.hpp"

#include <algorithm>

namespace tizza::release {

std::vector<std::string> asked_refs(const Journal& journal) {
  if (!journal.makes_tags()) return {"refs/heads/" + journal.branch};
  std::vector<std::string> refs;
  for (const JournalTag& tag : journal.tags) {
    refs.push_back("refs/tags/" + tag.tag);
    refs.push_back("refs/tags/" + tag.tag + "^{}");
  }
  return refs;
}

std::optional<std::string> remote_commit(const Journal& journal, const RemoteRefs& refs) {
  if (!journal.makes_tags()) {
    const auto branch = refs.find("refs/heads/" + journal.branch);
    return branch == refs.end() ? std::nullopt : std::optional(branch->second);
  }
  if (journal.tags.empty()) return std::nullopt;
  // The push was atomic: where the tags are, the branch had the commit.
  const auto commit = tagged_commit(refs, journal.tags.front().tag);
  const bool are_together =
      std::all_of(journal.tags.begin(), journal.tags.end(),
                  [&](const JournalTag& tag) { return tagged_commit(refs, tag.tag) == commit; });
  return are_together ? commit : std::nullopt;
}

std::vector<std::string> pushed_refs(const Journal& journal, const std::string& commit) {
  std::vector<std::string> refs;
  if (journal.mode != RunMode::kTagOnly) refs.push_back(commit + ":refs/heads/" + journal.branch);
  if (!journal.makes_tags()) return refs;
  for (const JournalTag& tag : journal.tags) {
    const std::string ref = "refs/tags/" + tag.tag;
    refs.push_back(ref + ":" + ref);
  }
  return refs;
}

std::vector<std::string> public_refs(const Journal& journal) {
  std::vector<std::string> refs;
  if (journal.makes_tags()) {
    for (const JournalTag& tag : journal.tags) refs.push_back("refs/tags/" + tag.tag);
  }
  if (journal.mode != RunMode::kTagOnly) refs.push_back("refs/heads/" + journal.branch);
  return refs;
}

}  // namespace tizza::release
