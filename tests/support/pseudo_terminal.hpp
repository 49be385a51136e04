#pragma once
#include <sys/types.h>

#include <functional>
#include <string>

namespace tizza::testing {

/// A process on a terminal of its own, and the person in front of it.
class PseudoTerminal {
 public:
  /// Forks; `program` runs in the child, whose exit code is then 0 unless it ends itself.
  explicit PseudoTerminal(const std::function<void()>& program);
  ~PseudoTerminal();
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  /// Waits until `text` stands on the screen behind what was waited for before; false where the
  /// program ended without showing it.
  bool wait_for(const std::string& text);
  /// Waits until the program takes single keys, as a line editor does once its prompt is shown.
  void wait_for_raw_mode();
  void type(const std::string& keys);
  /// Waits for the end: the exit code, or 128 + the signal.
  int finish();
  /// Everything shown so far, with CR LF as LF.
  const std::string& screen() const { return screen_; }
  pid_t child() const { return child_; }

 private:
  bool read_more();

  pid_t child_ = -1;
  int master_ = -1;
  std::string screen_;
  size_t seen_ = 0;
};

}  // namespace tizza::testing
