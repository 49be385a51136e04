#pragma once
#include <memory>
#include <string>

#include "ports/git.hpp"

namespace tizza::platform {

/// The repository that holds `directory`, read by libgit2 in this process. Null where the library
/// cannot be loaded or refuses the repository for whatever reason, or it has no work tree.
std::unique_ptr<GitRepository> open_with_libgit2(const std::string& directory);

}  // namespace tizza::platform
