#pragma once
#include "platform/posix_interrupts.hpp"
#include "ports/process.hpp"
#include "ports/terminal.hpp"

namespace tizza::platform {

/// Programs of this machine. Signals that reach us are passed on to them.
class PosixProcesses final : public Processes {
 public:
  /// `terminal` is flushed before a child writes to the same streams.
  PosixProcesses(PosixInterrupts& interrupts, Terminal& terminal)
      : interrupts_(interrupts), terminal_(terminal) {}

  Result<ProcessResult> run(
      const ProcessRequest& request,
      const std::function<void(ProcessStream, std::string_view)>& on_output = {}) override;
  bool open_url(const std::string& url) override;

 private:
  Result<ProcessResult> run_on_terminal(const ProcessRequest& request);

  PosixInterrupts& interrupts_;
  Terminal& terminal_;
};

}  // namespace tizza::platform
