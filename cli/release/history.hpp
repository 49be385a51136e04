#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ports/git.hpp"
#include "release/conventional_commit.hpp"
#include "release/numbering.hpp"
#include "release/tag_template.hpp"

/// What happened to packages since they were last released.
namespace tizza::release {

/// A package as its history is asked for.
struct Tracked {
  std::string path;  ///< Of its folder, from the top of the work tree; empty for all of it.
  TagTemplate tags;
  Numbering numbering;
  bool is_wanted = true;  ///< Else it only keeps its tags from the others.
};

/// A tag that names a version of one package.
struct VersionTag {
  GitTag tag;
  Version version;
};

struct PackageHistory {
  std::optional<VersionTag> latest;  ///< The highest version that HEAD leads to.
  std::optional<VersionTag> stable;  ///< The highest final one; it may be the latest.
  std::vector<Change> changes;       ///< Since the stable one, newest first.
};

/// The tags of each package, highest version first. A tag belongs to the package whose template
/// fixes most of it, and to nobody else. Of two tags on one commit the final version wins.
std::vector<std::vector<VersionTag>> own_tags(const std::vector<GitTag>& tags,
                                              const std::vector<Tracked>& packages);

/// The histories of the packages, in their order, out of one walk; empty for those not wanted.
Result<std::vector<PackageHistory>> read_histories(const GitRepository& repository,
                                                   const std::vector<GitTag>& tags,
                                                   const std::vector<Tracked>& packages,
                                                   const CommitTypes& types);

}  // namespace tizza::release
