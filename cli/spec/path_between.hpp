#pragma once
#include <string>

namespace tizza::spec {

/// How a file is called from `folder`, both relative to the same place or both absolute; `path`
/// itself where only one of them is absolute.
std::string path_from(const std::string& folder, const std::string& path);

}  // namespace tizza::spec
