#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/output.hpp"
#include "ports/file_system.hpp"

namespace tizza::commands {

/// An error where `path` leads to one of the files that were `read`, whatever path leads there:
/// what comes of a file never takes its place.
Status check_target(const std::string& path, const std::vector<std::string>& read,
                    const FileReader& files);

/// An error where two of the targets are one place, of which only the last would be left.
Status check_distinct(const std::vector<OutputTarget>& targets, const Context& context);

}  // namespace tizza::commands
