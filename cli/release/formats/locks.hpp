#pragma once
#include <span>
#include <vector>

#include "release/version_format.hpp"

namespace tizza::release {

/// A lock file that repeats the version of the package whose file stands beside it.
struct LockFormat {
  std::string_view file;    ///< `Cargo.lock`
  std::string_view beside;  ///< `Cargo.toml`

  /// Where the lock file states the package's own version; its dependencies' are not among them.
  Result<std::vector<FoundVersion>> (*find)(const SourcePtr& lock,
                                            const SourcePtr& beside) = nullptr;
};

std::span<const LockFormat> lock_formats();

}  // namespace tizza::release
