#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"

namespace tizza {

/// Whether the pattern has a wildcard at all.
bool is_glob(std::string_view pattern);

/// Whether a path matches: `*` and `?` stop at `/`, `**` as a whole part takes any number of
/// parts, `[a-z]` and `[!a-z]` are classes, `{a,b}` alternatives. Linear in pattern times path.
bool glob_matches(std::string_view pattern, std::string_view path);

/// The regular files below `folder` whose path from there matches, as paths from `folder`, sorted.
/// Hidden folders and symlinks to folders are not entered unless a part of the pattern names them.
/// A folder that cannot be listed is an error.
Result<std::vector<std::string>> find_files(const FileReader& files, const std::string& folder,
                                            std::string_view pattern);

}  // namespace tizza
