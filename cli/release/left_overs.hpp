#pragma once
#include <string>

#include "ports/file_system.hpp"

namespace tizza::release {

/// Removes what killed writers left half-written in a folder: of every file, or of the one named
/// `only`. Nobody else may be writing there.
Status remove_left_overs(FileSystem& files, const std::string& folder,
                         const std::string& only = {});

}  // namespace tizza::release
