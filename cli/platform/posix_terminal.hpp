#pragma once
#include "platform/posix_interrupts.hpp"
#include "ports/terminal.hpp"

namespace tizza::platform {

/// The three standard streams of this process.
class PosixTerminal final : public Terminal {
 public:
  explicit PosixTerminal(PosixInterrupts& interrupts);
  ~PosixTerminal() override { flush(); }

  /// Kept until a line ends on a terminal, else until much has come together or err() is used.
  void out(std::string_view text) override;
  void err(std::string_view text) override;
  void flush() override;
  bool in_is_terminal() const override { return in_is_terminal_; }
  bool out_is_terminal() const override { return out_is_terminal_; }
  bool err_is_terminal() const override { return err_is_terminal_; }
  int width() const override;
  void drop_typed_ahead() override;
  Result<std::string> read_line(std::string_view prompt) override;
  Result<std::string> read_secret(std::string_view prompt) override;
  Result<std::string> read_all() override;

  /// Why standard output could not be written (a full disk); none for a reader that went away.
  Status output_status() const override;

 private:
  /// A line from stdin as it comes, without editing.
  Result<std::string> read_plain_line();
  /// More bytes into input_; false at the end. An error where a signal came.
  Result<bool> fill_input();

  PosixInterrupts& interrupts_;
  bool in_is_terminal_;
  bool out_is_terminal_;
  bool err_is_terminal_;
  std::string pending_output_;
  int output_error_ = 0;
  std::string input_;  ///< Read from stdin and not used yet.
};

}  // namespace tizza::platform
