#include "release/history.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_set>

namespace tizza::release {
namespace {

/// The package that a tag belongs to, with the version that it names.
struct Owner {
  size_t package = 0;
  Version version;
};

std::optional<Owner> owner_of(const std::string& tag, const std::vector<Tracked>& packages) {
  std::optional<Owner> owner;
  for (size_t i = 0; i < packages.size(); ++i) {
    const auto text = packages[i].tags.version_in(tag);
    if (!text) continue;
    const size_t fixed = packages[i].tags.fixed_length();
    if (owner && packages[owner->package].tags.fixed_length() >= fixed) continue;
    if (auto version = packages[i].numbering.read(*text)) owner = Owner{i, *std::move(version)};
  }
  return owner;
}

/// Takes out the pre-releases on commits that have a final version too.
void let_finals_win(std::vector<VersionTag>& tags) {
  if (std::none_of(tags.begin(), tags.end(),
                   [](const VersionTag& tag) { return tag.version.is_prerelease(); })) {
    return;
  }
  std::unordered_set<std::string> final_commits;
  for (const VersionTag& tag : tags) {
    if (!tag.version.is_prerelease()) final_commits.insert(tag.tag.commit);
  }
  std::erase_if(tags, [&](const VersionTag& tag) {
    return tag.version.is_prerelease() && final_commits.contains(tag.tag.commit);
  });
}

/// Highest version first. Tags are heavy to move about, so that their order is found out apart.
std::vector<VersionTag> highest_first(std::vector<VersionTag> tags, const Numbering& numbering) {
  std::vector<size_t> order(tags.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return numbering.compare(tags[a].version, tags[b].version) > 0;
  });
  std::vector<VersionTag> sorted;
  sorted.reserve(tags.size());
  for (const size_t i : order) sorted.push_back(std::move(tags[i]));
  return sorted;
}

/// Whether HEAD leads to a commit. On the main line the highest tag is near and asking is cheap; on
/// an older line many higher ones are in vain, so that after some the whole history is read once.
class Reach {
 public:
  explicit Reach(const GitRepository& repository) : repository_(repository) {}

  Result<bool> holds(const std::string& commit) {
    constexpr int kPatience = 8;
    if (misses_ < kPatience) {
      const auto is_above = repository_.is_ancestor(commit, "HEAD");
      // A tag may lead to a tree, which no commit has above it.
      if (!is_above.ok() && !repository_.resolve(commit).ok()) return false;
      if (!is_above.ok()) return is_above;
      misses_ += *is_above ? 0 : 1;
      return is_above;
    }
    if (commits_.empty()) {
      TIZZA_CHECK(repository_.walk({{}}, [&](const GitCommit& seen) { commits_.insert(seen.id); }));
    }
    return commits_.contains(commit);
  }

 private:
  const GitRepository& repository_;
  int misses_ = 0;
  std::unordered_set<std::string> commits_;
};

/// Fills in the highest versions that HEAD leads to.
Status find_last(PackageHistory& history, const std::vector<VersionTag>& tags, Reach& reach) {
  for (const VersionTag& tag : tags) {
    const bool is_final = !tag.version.is_prerelease();
    if (history.latest && !is_final) continue;
    TIZZA_TRY(const bool is_ours, reach.holds(tag.tag.commit));
    if (!is_ours) continue;
    if (!history.latest) history.latest = tag;
    if (!is_final) continue;
    history.stable = tag;
    break;
  }
  return {};
}

std::string commit_of(const std::optional<VersionTag>& tag) {
  return tag ? tag->tag.commit : std::string();
}

}  // namespace

std::vector<std::vector<VersionTag>> own_tags(const std::vector<GitTag>& tags,
                                              const std::vector<Tracked>& packages) {
  std::vector<std::vector<VersionTag>> own(packages.size());
  for (const GitTag& tag : tags) {
    auto owner = owner_of(tag.name, packages);
    if (owner) own[owner->package].push_back({tag, std::move(owner->version)});
  }
  for (size_t i = 0; i < own.size(); ++i) {
    let_finals_win(own[i]);
    own[i] = highest_first(std::move(own[i]), packages[i].numbering);
  }
  return own;
}

Result<std::vector<PackageHistory>> read_histories(const GitRepository& repository,
                                                   const std::vector<GitTag>& tags,
                                                   const std::vector<Tracked>& packages,
                                                   const CommitTypes& types) {
  std::vector<PackageHistory> histories(packages.size());
  if (!repository.head_commit()) return histories;
  const auto own = own_tags(tags, packages);
  Reach reach(repository);
  // Each package is asked for twice: since its last final version, and since its last one.
  std::vector<size_t> wanted;
  std::vector<GitPath> paths;
  for (size_t i = 0; i < packages.size(); ++i) {
    if (!packages[i].is_wanted) continue;
    TIZZA_CHECK(find_last(histories[i], own[i], reach));
    wanted.push_back(i);
    paths.push_back({packages[i].path, commit_of(histories[i].stable)});
    paths.push_back({packages[i].path, commit_of(histories[i].latest)});
  }
  std::vector<std::vector<GitCommit>> commits(wanted.size());
  std::vector<std::set<std::string>> recent(wanted.size());
  TIZZA_CHECK(repository.walk(paths, [&](const GitCommit& commit) {
    for (size_t k = 0; k < wanted.size(); ++k) {
      if (commit.touches[2 * k]) commits[k].push_back(commit);
      if (commit.touches[2 * k + 1]) recent[k].insert(commit.id);
    }
  }));
  for (size_t k = 0; k < wanted.size(); ++k) {
    auto& changes = histories[wanted[k]].changes;
    changes = changes_of(commits[k], types);
    for (Change& change : changes) change.is_new = recent[k].contains(change.commit);
  }
  return histories;
}

}  // namespace tizza::release
