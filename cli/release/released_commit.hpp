#pragma once
#include <optional>
#include <string>

#include "release/journal.hpp"

namespace tizza::release {

/// The commit that a release is of, wherever HEAD went since: the one that was made for it, found
/// from HEAD, the branch that was checked out and the tags; the start where none was made (yet).
/// None where nothing was committed for it and HEAD is no longer where it began.
Result<std::optional<std::string>> find_released_commit(const Repository& repository,
                                                        const Journal& journal);

/// Whether a commit on the start changes what the release changes. Hooks may add to that, and to
/// the message. No where the commit is not in this clone.
bool is_made_for(const Repository& repository, const Journal& journal, const std::string& commit);

}  // namespace tizza::release
