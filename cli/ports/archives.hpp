#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza {

/// One file of an archive.
struct ArchiveFile {
  std::string path;
  std::string content;
};

/// Looks into archives (zip, tar, compressed tar) that are held in memory.
class Archives {
 public:
  virtual ~Archives() = default;

  /// The regular files whose path `is_wanted`, in the order in which they stand. Errors (rule
  /// `archive`): what is no archive or is damaged, and a wanted file above `max_bytes`.
  virtual Result<std::vector<ArchiveFile>> read(
      std::string_view bytes, const std::function<bool(std::string_view)>& is_wanted,
      size_t max_bytes) const = 0;
};

}  // namespace tizza
