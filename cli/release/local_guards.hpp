#pragma once
#include <string>

#include "ports/file_system.hpp"
#include "release/guard.hpp"
#include "release/package_version.hpp"
#include "release/repository.hpp"

/// The guards that can be asked without a network.
namespace tizza::release {

/// The version follows its grammar, can name a tag and is the same at HEAD as in the work tree.
Guard check_version_guard(const Repository& repository, const FileReader& files,
                          const Result<PackageVersion>& version);

/// Nothing is uncommitted.
Guard check_clean(const Repository& repository);

/// There is a commit, and the clone holds all that led to it.
Guard check_history(const Repository& repository);

/// A branch is checked out, or one was named, and the settings allow it (globs; none allow all).
Guard check_branch(const Repository& repository, const std::string& named_branch,
                   const std::vector<std::string>& allowed);

/// git knows who makes the tag.
Guard check_identity(const Repository& repository);

}  // namespace tizza::release
