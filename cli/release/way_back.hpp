#pragma once
#include <optional>
#include <string>

#include "release/journal.hpp"

/// Whether the commit of a release can be taken back without losing anybody's. `commit` is what
/// find_released_commit() found.
namespace tizza::release {

/// Whether HEAD is where the release left it, so that it can go back from there.
bool is_at_home(const Repository& repository, const Journal& journal,
                const std::optional<std::string>& commit);

/// An error (rule `release-moved`) where another branch is checked out, or where a person's commits
/// are on top of it.
Status check_way_back(const Repository& repository, const Journal& journal,
                      const std::optional<std::string>& commit);

/// The commit of a local branch; none where there is no such branch.
std::optional<std::string> tip_of(const Repository& repository, const std::string& branch);

}  // namespace tizza::release
