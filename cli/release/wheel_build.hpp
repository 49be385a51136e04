#pragma once
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "ports/process.hpp"
#include "release/repository.hpp"

namespace tizza::release {

/// A wheel that is to be built from a commit, so that nothing uncommitted gets into it.
struct WheelBuild {
  std::string commit;
  std::string package;  ///< Its folder from the top of the work tree; empty for the top.
  std::string scratch;  ///< A folder for the build alone: made anew, removed by nobody here.
};

/// Checks the commit out into the scratch folder and builds the package there: by `python3 -m
/// build` where that module is installed, else by `pip wheel` with what is installed. The time of
/// the commit is SOURCE_DATE_EPOCH, so that two builds of it give the same bytes. Returns the paths
/// of the wheels. Errors (rule `build`): no Python, a builder that failed with the end of what it
/// said, no wheel.
Result<std::vector<std::string>> build_wheel(const Repository& repository, Processes& processes,
                                             FileSystem& files, const WheelBuild& build);

}  // namespace tizza::release
