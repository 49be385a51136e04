#pragma once
#include <optional>
#include <string>
#include <vector>

namespace tizza::platform {

/// A tag as git keeps it in one file with all others (git-pack-refs(1)).
struct PackedTag {
  std::string name;    ///< Without `refs/tags/`.
  std::string id;      ///< Of the tag object, or of what a lightweight tag names.
  std::string peeled;  ///< What an annotated tag leads to; empty for a lightweight one.
};

/// The tags in `packed-refs`, sorted by name, those of trees and blobs among them; empty where
/// there is no such file. None where it does
/// not say of every annotated tag what it leads to, as old versions of git wrote it.
std::optional<std::vector<PackedTag>> read_packed_tags(const std::string& git_directory);

/// The tags that have a file of their own, which count before the packed ones.
std::vector<std::string> loose_tags(const std::string& git_directory);

}  // namespace tizza::platform
