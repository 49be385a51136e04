#pragma once
#include <memory>
#include <string>

#include "base/result.hpp"
#include "ports/file_system.hpp"

namespace tizza {

/// Waits for the lock under which the file `path` is changed, whoever names it and from wherever.
/// Locks stand in `state_folder`, so that nothing is left beside a file that people look after. The
/// folder of `path` must exist; the file itself need not.
Result<std::unique_ptr<FileLock>> lock_for(FileSystem& files, const std::string& state_folder,
                                           const std::string& path);

}  // namespace tizza
