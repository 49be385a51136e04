#pragma once
#include <sys/types.h>

#include "base/result.hpp"
#include "platform/descriptor.hpp"
#include "ports/process.hpp"

namespace tizza::platform {

/// A started program with our ends of its streams; those that it inherited or that are /dev/null
/// have none. Our ends never block.
struct ChildProcess {
  pid_t id = -1;
  Descriptor input;
  Descriptor output;
  Descriptor errors;
  Descriptor exit;             ///< Readable once the program has ended (a pidfd).
  std::string lock_file = {};  ///< The request's, where the program holds it: to be removed.
};

/// Starts the program of `request`. An error has rule `process`.
Result<ChildProcess> start_process(const ProcessRequest& request);

/// Waits for the end: the exit code, or 128 + the signal that ended it.
int reap(pid_t child);

}  // namespace tizza::platform
