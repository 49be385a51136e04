#pragma once
#include <optional>
#include <string>

#include "ports/file_system.hpp"
#include "text/document.hpp"

namespace tizza::release {

/// The lock files beside a manifest: which version each range stands for.
class LockFile {
 public:
  /// The first of `names` beside `manifest` that is there, or none. One that cannot be read is an
  /// error.
  static Result<std::optional<LockFile>> beside(const FileReader& files,
                                                const std::string& manifest,
                                                std::initializer_list<std::string_view> names);

  /// The version that it names for a package; empty where the lock file is of a kind whose entries
  /// are not read, none where it has no entry.
  std::optional<std::string> version_of(const std::string& name) const;

 private:
  std::string name_;
  DocumentPtr document_;  // null where only its presence counts
};

}  // namespace tizza::release
