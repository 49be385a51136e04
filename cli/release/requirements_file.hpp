#pragma once
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/requirement.hpp"

namespace tizza::release {

/// What the requirements files of a package say.
struct Requirements {
  std::vector<std::string> files;         ///< Those that were read, in the order of reading.
  std::vector<Requirement> requirements;  ///< In the order of the files and their lines.
  std::vector<Diagnostic> findings;       ///< Unpinned, moving, unsafe or unreadable ones.
};

/// Reads requirements*.txt of the folder and of its folder requirements/, and the files that they
/// include with `-r` and `-c`. An error where a file cannot be read at all.
Result<Requirements> read_requirements(const FileReader& files, const std::string& directory);

}  // namespace tizza::release
