#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"

namespace tizza::commands {

/// An error where `path` leads to one of the files that were `read`, whatever path leads there:
/// what comes of a file never takes its place.
Status check_target(const std::string& path, const std::vector<std::string>& read,
                    const FileReader& files);

}  // namespace tizza::commands
