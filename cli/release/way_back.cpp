#include "release/way_back.hpp"

#include <fmt/core.h>

namespace tizza::release {
namespace {

/// The branch that gets the commit in this clone; empty where HEAD is detached for it.
const std::string& home_branch(const Journal& journal) {
  return journal.mode == RunMode::kBranch ? journal.branch : journal.start_branch;
}

Error is_elsewhere(const std::string& home, const std::string& commit) {
  return failure("release-moved",
                 fmt::format("the commit of the release is on {}, which is not checked out",
                             home.empty() ? "a detached HEAD" : "`" + home + "`"),
                 fmt::format("run `git switch {}`, then this again",
                             home.empty() ? "--detach " + commit : home));
}

}  // namespace

std::optional<std::string> tip_of(const Repository& repository, const std::string& branch) {
  const auto tip = repository.local().resolve("refs/heads/" + branch);
  return tip.ok() ? std::optional(*tip) : std::nullopt;
}

bool is_at_home(const Repository& repository, const Journal& journal,
                const std::optional<std::string>& commit) {
  const auto head = repository.local().head_commit();
  if (head == journal.start && commit == head) return true;
  return (head == journal.start || (commit && head == commit)) &&
         repository.local().head_branch().value_or("") == home_branch(journal);
}

Status check_way_back(const Repository& repository, const Journal& journal,
                      const std::optional<std::string>& commit) {
  if (!commit || *commit == journal.start || is_at_home(repository, journal, commit)) return {};
  const std::string& home = home_branch(journal);
  const bool is_away = repository.local().head_branch().value_or("") != home;
  // A branch of its own that nobody went on from is dropped, whatever is checked out.
  if (journal.mode == RunMode::kBranch && is_away && tip_of(repository, home) == commit) return {};
  if (is_away) return is_elsewhere(home, *commit);
  return failure(
      "release-moved",
      fmt::format("there are commits on top of `{}`, the one of the release: it cannot be taken "
                  "back",
                  short_commit(*commit)),
      fmt::format("`tizza release resume` goes on with it; or put yours elsewhere: `git branch "
                  "NAME && git reset --keep {}`",
                  short_commit(*commit)));
}

}  // namespace tizza::release
