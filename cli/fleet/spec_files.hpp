#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"

namespace tizza::fleet {

/// The API descriptions of a fleet, as far as they are on this disk.
struct SpecFiles {
  std::vector<std::string> paths;   ///< In the order of the registry.
  std::vector<Diagnostic> missing;  ///< At the entry whose file is not here (rule `spec-file`).
};

/// The files that the services name as `swagger_file_location` and `asyncapi_file_location`. They
/// are looked for in the service's `path`, in its `repository` where that is a folder, and in a
/// folder of the service's name, all beside the registry.
SpecFiles spec_files(const registry::Registry& registry, const FileReader& files);

}  // namespace tizza::fleet
