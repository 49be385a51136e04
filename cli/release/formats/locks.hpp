#pragma once
#include <span>
#include <vector>

#include "ports/file_system.hpp"
#include "release/version_format.hpp"

namespace tizza::release {

/// A lock file that repeats the version of the package whose file stands beside it.
struct LockFormat {
  std::string_view file;    ///< `Cargo.lock`
  std::string_view beside;  ///< `Cargo.toml`

  /// Where the lock file states the package's own version; its dependencies' are not among them.
  /// `files` is for what the manifest leads to, such as the members of a workspace.
  Result<std::vector<FoundVersion>> (*find)(const SourcePtr& lock, const SourcePtr& beside,
                                            const FileReader& files) = nullptr;
};

std::span<const LockFormat> lock_formats();

}  // namespace tizza::release
