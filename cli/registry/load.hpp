#pragma once
#include <string>

#include "base/result.hpp"
#include "ports/environment.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"

namespace tizza::registry {

/// The root file: `configured` (from `--registry`, TIZZA_REGISTRY or the config) where it is not
/// empty, else the first `tizza-registry.yaml` from the working directory upwards, as a path
/// relative to it. An error (rule `registry`) where there is none.
Result<std::string> find_registry(const FileReader& files, const Environment& environment,
                                  const std::string& configured);

/// Reads the root file and all that it includes. What is wrong in the files goes to `sink` (broken
/// syntax, an include that is missing or includes others, an entry that stands in two places with
/// both positions) and what is right is loaded. An error only where the root file cannot be read or
/// is of an unknown `apiVersion`.
Result<Registry> load(const FileReader& files, const std::string& path, Sink& sink);

/// For commands that only use the registry: the first finding of load() is an error, with
/// `tizza registry check` as the next thing to do.
Result<Registry> load(const FileReader& files, const std::string& path);

/// find_registry() and load() in one.
Result<Registry> open(const FileReader& files, const Environment& environment,
                      const std::string& configured);

}  // namespace tizza::registry
