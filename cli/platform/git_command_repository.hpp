#pragma once
#include "ports/git.hpp"

namespace tizza::platform {

/// The repository that holds `directory`, read by the user's git: one process a question. It opens
/// what libgit2 1.5 refuses (sha256, reftable, split index) and explains what git itself refuses.
/// `git` must outlive it.
Result<std::unique_ptr<GitRepository>> open_with_git(Git& git, const std::string& directory);

}  // namespace tizza::platform
