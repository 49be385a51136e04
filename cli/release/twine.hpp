#pragma once
#include <string>
#include <vector>

#include "ports/process.hpp"

namespace tizza::release {

/// Uploads files to a hosted index by the user's twine, which knows its address and credentials.
/// Files that are there already are done. Errors (rule `twine`): no twine, and what it says where
/// it fails.
Status upload_by_twine(Processes& processes, const std::string& repository,
                       const std::vector<std::string>& paths);

}  // namespace tizza::release
