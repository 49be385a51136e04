#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/guard.hpp"
#include "release/history.hpp"
#include "release/package_version.hpp"
#include "release/repository.hpp"
#include "release/settings.hpp"

namespace tizza::release {

/// What a person asks of `release tag`.
struct TagRequest {
  std::string remote = "origin";
  std::string branch = {};  ///< Must contain the commit on the remote; empty: the current one.
};

/// What is left to do until a tag stands on the remote.
enum class TagWork : uint8_t { kCreateAndPush, kPush, kNothing };

/// One package whose version becomes a tag.
struct PackageTag {
  std::string name = {};  ///< Empty for the only one.
  std::string directory = {};
  std::optional<PackageVersion> version = {};  ///< None where no version could be read.
  std::string tag = {};                        ///< Empty where the version can name none.
  std::optional<VersionTag> latest = {};       ///< The package's tag with the highest version.
  TagWork work = TagWork::kCreateAndPush;
};

/// Everything that a tag release would do, and what stands in its way. Making a plan changes
/// nothing but git's object store.
struct TagPlan {
  TagRequest request;
  std::vector<PackageTag> packages;
  std::vector<std::string> left_out;  ///< Packages whose version is a tag already, each with where.
  std::string commit;                 ///< HEAD; empty before the first commit.
  std::string branch;                 ///< The one that counts; empty where there is none.
  size_t tag_count = 0;               ///< In the repository, of whatever kind.
  std::vector<Guard> guards;

  /// Whether every tag stands where it belongs, so that the guards no longer matter.
  bool is_released() const;
  /// What would be pushed, by full name.
  std::vector<std::string> refs() const;
};

/// Asks all guards. Of several packages those whose version is a tag of another commit are left
/// out. An error only where there is no repository to ask about, and where none is left (rule
/// `release-nothing`).
Result<TagPlan> plan_tag(const Repository& repository, const FileReader& files,
                         const Settings& settings, const std::vector<const Package*>& wanted,
                         const TagRequest& request);

}  // namespace tizza::release
