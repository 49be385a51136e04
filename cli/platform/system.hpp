#pragma once
#include "platform/curl_http.hpp"
#include "platform/descriptor.hpp"
#include "platform/git_adapter.hpp"
#include "platform/libarchive_archives.hpp"
#include "platform/posix_environment.hpp"
#include "platform/posix_file_system.hpp"
#include "platform/posix_interrupts.hpp"
#include "platform/posix_processes.hpp"
#include "platform/posix_terminal.hpp"
#include "platform/system_clock.hpp"

namespace tizza::platform {

/// This machine: every adapter, in the order in which they need each other.
struct System {
  StandardStreams streams;
  PosixInterrupts interrupts;
  PosixTerminal terminal{interrupts};
  PosixEnvironment environment;
  SystemClock clock{interrupts};
  PosixFileSystem files{interrupts};
  PosixProcesses processes{interrupts, terminal};
  CurlHttp http{interrupts};
  GitAdapter git{processes, environment};
  LibarchiveArchives archives;
};

}  // namespace tizza::platform
