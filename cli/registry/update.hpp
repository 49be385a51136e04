#pragma once
#include <functional>
#include <string>

#include "ports/environment.hpp"
#include "ports/file_system.hpp"
#include "registry/edit.hpp"
#include "registry/model.hpp"

namespace tizza::registry {

/// Computes a change of the registry that it is given.
using Plan = std::function<Result<FileChange>(const Registry&)>;

/// Reads the registry at `path` and makes the plan. The first finding of load() or check() that the
/// registry had not before the change is an error, so that no command makes a registry worse.
Result<FileChange> plan_change(const FileReader& files, const std::string& path, const Plan& plan);

/// plan_change() and write_change(); planned anew where another writer was faster.
Result<FileChange> make_change(FileSystem& files, const Environment& environment,
                               const std::string& path, const Plan& plan);

}  // namespace tizza::registry
