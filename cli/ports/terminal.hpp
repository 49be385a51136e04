#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tizza {

/// The three standard streams. Data goes to out(), everything else to err().
class Terminal {
 public:
  virtual ~Terminal() = default;

  /// A reader that went away (closed pipe) is no error: later writes are dropped.
  virtual void out(std::string_view text) = 0;
  virtual void err(std::string_view text) = 0;
  virtual void flush() = 0;
  /// An error where out() could not write, but for a reader that went away (a full disk).
  virtual Status output_status() const { return {}; }

  virtual bool in_is_terminal() const = 0;
  virtual bool out_is_terminal() const = 0;
  virtual bool err_is_terminal() const = 0;
  /// Columns of the terminal; 80 where there is none.
  virtual int width() const = 0;

  /// Forgets what was typed before now: for a question whose answer acts, so that nothing answers
  /// it that was typed before it was shown. Does nothing where stdin is no terminal.
  virtual void drop_typed_ahead() = 0;
  /// One line without its end, edited where stdin is a terminal. The end of the input is an error
  /// with Verdict::kNeedsPerson, Ctrl-C one with Verdict::kInterrupted. `prompt` is shown on err().
  virtual Result<std::string> read_line(std::string_view prompt) = 0;
  /// The same without echo.
  virtual Result<std::string> read_secret(std::string_view prompt) = 0;
  /// Standard input to its end, at most kMaxInputBytes. One that our caller closed is an error.
  virtual Result<std::string> read_all() = 0;
};

}  // namespace tizza
