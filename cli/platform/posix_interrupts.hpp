#pragma once
#include <sys/types.h>

#include "ports/interrupts.hpp"

namespace tizza::platform {

/// The signal handlers of this process. Signals that were ignored at its start (nohup, background
/// jobs of a script) stay ignored. SIGPIPE is ignored, so that a write says that its reader has
/// gone. There is one at a time; holds may come from any thread.
class PosixInterrupts final : public Interrupts {
 public:
  PosixInterrupts();
  ~PosixInterrupts() override;
  PosixInterrupts(const PosixInterrupts&) = delete;
  PosixInterrupts& operator=(const PosixInterrupts&) = delete;

  void hold() override;
  void release() override;
  int pending() const override;
  int take() override;

  /// Readable while a signal is pending, so that poll(2) waits for it too.
  int wake_descriptor() const;
};

/// Passes signals on to a child while it lives. Made before the child starts, so that a signal that
/// comes while it starts reaches it too, and does not end us before we know whom to tell.
class SignalForwarding {
 public:
  enum class Reach {
    kOwnSession,      ///< The child leads a session: its whole group gets every signal.
    kSharedTerminal,  ///< The terminal itself sends Ctrl-C to the child; SIGTERM is passed on.
  };
  SignalForwarding();
  ~SignalForwarding();
  SignalForwarding(const SignalForwarding&) = delete;
  SignalForwarding& operator=(const SignalForwarding&) = delete;

  /// The child has started.
  void to(pid_t child, Reach reach);

 private:
  unsigned count_at_start_;
  bool is_starting_ = true;
  int slot_ = -1;
};

}  // namespace tizza::platform
