#pragma once
#include <deque>

#include "ports/terminal.hpp"

namespace tizza::testing {

/// Captures what is printed and answers from a script. What it captures reads as the screen would:
/// behind a prompt stands the answer, unless it is a secret.
class FakeTerminal final : public Terminal {
 public:
  /// Lines that read_line() and read_secret() get in turn. `^C` interrupts, `^D` ends the input.
  std::deque<std::string> answers;
  /// Lines that were typed before anybody asked; they answer first unless they are dropped.
  std::deque<std::string> typed_ahead;
  std::string input;  ///< What read_all() gives.
  bool in_tty = false;
  bool out_tty = false;
  bool err_tty = false;
  int columns = 80;
  bool out_is_full = false;  ///< As if out() led to a full disk.

  const std::string& out_text() const { return out_; }
  const std::string& err_text() const { return err_; }
  /// Everything printed since the last call, in the order in which it was printed.
  std::string take_screen();
  void all_terminals(bool yes) { in_tty = out_tty = err_tty = yes; }

  void out(std::string_view text) override;
  void err(std::string_view text) override;
  void flush() override {}
  Status output_status() const override;
  bool in_is_terminal() const override { return in_tty; }
  bool out_is_terminal() const override { return out_tty; }
  bool err_is_terminal() const override { return err_tty; }
  int width() const override { return columns; }
  void drop_typed_ahead() override { typed_ahead.clear(); }
  Result<std::string> read_line(std::string_view prompt) override;
  Result<std::string> read_secret(std::string_view prompt) override;
  Result<std::string> read_all() override { return input; }

 private:
  Result<std::string> read(std::string_view prompt, bool echo);

  std::string out_;
  std::string err_;
  std::string screen_;
};

}  // namespace tizza::testing
