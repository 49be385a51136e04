#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/guard.hpp"
#include "release/package_version.hpp"
#include "release/repository.hpp"

namespace tizza::release {

/// What a person asks of `release tag`.
struct TagRequest {
  std::string directory = ".";
  std::string remote = "origin";
  std::string branch = {};  ///< Must contain the commit on the remote; empty: the current one.
  std::string version_file = {};  ///< The only file to ask for the version; empty: all.
};

/// What is left to do until the tag stands on the remote.
enum class TagWork : uint8_t { kCreateAndPush, kPush, kNothing };

/// Everything that a tag release would do, and what stands in its way. Making a plan changes
/// nothing but git's object store.
struct TagPlan {
  TagRequest request;
  std::optional<PackageVersion> version;  ///< None where no version could be read.
  std::string tag;                        ///< Its name: the version; empty where it can name none.
  std::string commit;                     ///< HEAD; empty before the first commit.
  std::string branch;                     ///< The one that counts; empty where there is none.
  std::optional<GitTag> latest_tag;       ///< With the highest version.
  size_t tag_count = 0;
  TagWork work = TagWork::kCreateAndPush;
  std::vector<Guard> guards;

  /// Whether the tag stands where it belongs, so that the guards no longer matter.
  bool is_released() const { return work == TagWork::kNothing; }
  /// What would be pushed, by full name.
  std::vector<std::string> refs() const;
};

/// Asks all guards. An error only where there is no repository to ask about.
Result<TagPlan> plan_tag(const Repository& repository, const FileReader& files,
                         const TagRequest& request);

}  // namespace tizza::release
