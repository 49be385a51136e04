#pragma once
#include "commands/context.hpp"
#include "platform/libarchive_archives.hpp"
#include "support/fake_clock.hpp"
#include "support/fake_environment.hpp"
#include "support/fake_file_system.hpp"
#include "support/fake_git.hpp"
#include "support/fake_http.hpp"
#include "support/fake_interrupts.hpp"
#include "support/fake_processes.hpp"
#include "support/fake_terminal.hpp"

namespace tizza::testing {

/// A whole machine in memory: `FakeContext fake; app::run({"validate"}, fake.context);`
struct FakeContext {
  FakeFileSystem files;
  FakeProcesses processes;
  FakeGit git;
  FakeHttp http;
  FakeClock clock;
  FakeEnvironment environment;
  FakeTerminal terminal;
  FakeInterrupts interrupts;
  platform::LibarchiveArchives archives;  ///< Reads what is in memory, and nothing else.
  commands::Context context{files,       processes, git,        http,    clock,
                            environment, terminal,  interrupts, archives};

  FakeContext() = default;
  FakeContext(const FakeContext&) = delete;
  FakeContext& operator=(const FakeContext&) = delete;
};

}  // namespace tizza::testing
