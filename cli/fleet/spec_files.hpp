#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"

namespace tizza::fleet {

/// The API descriptions of a fleet, as far as they are on this disk.
struct SpecFiles {
  std::vector<std::string> paths;  ///< In the order of the registry.
  /// At the entry, rule `spec-file`: an error where the file is not in its clone or lies outside of
  /// it, a warning where the service is not cloned, and for what it is worth where it is a URL.
  std::vector<Diagnostic> findings;
};

/// The folder that holds a service's files: its `path`, its `repository` where that is a folder, or
/// a folder of its name, beside the registry; none where no such folder is there.
std::optional<std::string> service_folder(const registry::Registry& registry,
                                          const registry::Item& service, const FileReader& files);

/// The files that the services name as `swagger_file_location` and `asyncapi_file_location`. They
/// are looked for in service_folder().
SpecFiles spec_files(const registry::Registry& registry, const FileReader& files);

}  // namespace tizza::fleet
