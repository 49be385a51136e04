#include "platform/posix_terminal.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "base/source.hpp"
#include "platform/descriptor.hpp"
#include "platform/file_error.hpp"
#include "platform/input_error.hpp"
#include "platform/line_editor.hpp"

namespace tizza::platform {
namespace {

constexpr size_t kOutputBuffer = 64 << 10;

/// No echo while it lives.
class EchoOff {
 public:
  EchoOff() : is_on_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_on_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~EchoOff() {
    if (is_on_) tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
  }
  EchoOff(const EchoOff&) = delete;
  EchoOff& operator=(const EchoOff&) = delete;

 private:
  termios before_ = {};
  bool is_on_;
};

bool can_be_read(int stream) {
  const int flags = ::fcntl(stream, F_GETFL);
  return flags >= 0 && (flags & O_ACCMODE) != O_WRONLY;
}

bool can_edit_lines() {
  const char* term = std::getenv("TERM");
  return term != nullptr && *term != '\0' && std::string_view(term) != "dumb";
}

}  // namespace

PosixTerminal::PosixTerminal(PosixInterrupts& interrupts)
    : interrupts_(interrupts),
      in_is_terminal_(isatty(STDIN_FILENO) == 1),
      out_is_terminal_(isatty(STDOUT_FILENO) == 1),
      err_is_terminal_(isatty(STDERR_FILENO) == 1) {}

void PosixTerminal::out(std::string_view text) {
  pending_output_ += text;
  const bool shows_line = out_is_terminal_ && text.find('\n') != std::string_view::npos;
  if (shows_line || pending_output_.size() >= kOutputBuffer) flush();
}

void PosixTerminal::err(std::string_view text) {
  flush();  // Both streams may lead to one screen: what was said first is shown first.
  write_all(STDERR_FILENO, text);
}

void PosixTerminal::flush() {
  if (output_error_ == 0) output_error_ = write_all(STDOUT_FILENO, pending_output_);
  pending_output_.clear();
}

Status PosixTerminal::output_status() const {
  if (output_error_ == 0 || output_error_ == EPIPE) return {};
  return failure("file", "cannot write standard output: " + error_words(output_error_));
}

int PosixTerminal::width() const {
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    winsize size = {};
    if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  return 80;
}

void PosixTerminal::drop_typed_ahead() {
  if (!in_is_terminal_) return;
  input_.clear();
  tcflush(STDIN_FILENO, TCIFLUSH);
}

Result<std::string> PosixTerminal::read_line(std::string_view prompt) {
  flush();
  const InterruptHold hold(interrupts_);  // Ctrl-C is an answer here, and the terminal is restored.
  if (in_is_terminal_ && err_is_terminal_ && can_edit_lines() && input_.empty()) {
    return edit_line(prompt, interrupts_);
  }
  err(prompt);
  return read_plain_line();
}

Result<std::string> PosixTerminal::read_secret(std::string_view prompt) {
  const InterruptHold hold(interrupts_);
  Result<std::string> line = failure("input", "nothing was read");
  {
    const EchoOff echo_off;
    err(prompt);
    line = read_plain_line();
  }
  if (in_is_terminal_) err("\n");
  return line;
}

Result<std::string> PosixTerminal::read_plain_line() {
  while (true) {
    if (const size_t end = input_.find('\n'); end != std::string::npos) {
      std::string line = input_.substr(0, end);
      input_.erase(0, end + 1);
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    TIZZA_TRY(const bool more, fill_input());
    if (more) continue;
    if (input_.empty()) return end_of_input();
    return std::exchange(input_, {});
  }
}

Result<std::string> PosixTerminal::read_all() {
  if (!can_be_read(STDIN_FILENO)) {
    return file_failure("file", "<stdin>", "standard input is closed",
                        "give the text by a pipe or by `< FILE`, or name its file");
  }
  while (true) {
    TIZZA_TRY(const bool more, fill_input());
    if (!more) return std::exchange(input_, {});
    if (input_.size() > kMaxInputBytes) return file_error("read", "<stdin>", EFBIG);
  }
}

Result<bool> PosixTerminal::fill_input() {
  char chunk[64 << 10];
  while (true) {
    pollfd events[] = {{STDIN_FILENO, POLLIN, 0}, {interrupts_.wake_descriptor(), POLLIN, 0}};
    ::poll(events, 2, -1);
    if (const int signal = interrupts_.take()) return interrupted_by(signal);
    if (events[0].revents == 0) continue;
    const ssize_t got = ::read(STDIN_FILENO, chunk, sizeof chunk);
    if (got >= 0) {
      input_.append(chunk, static_cast<size_t>(got));
      return got > 0;
    }
    if (errno == EBADF) return false;  // StandardStreams: nobody gives anything
    if (errno != EINTR && errno != EAGAIN) return file_error("read", "<stdin>", errno);
  }
}

}  // namespace tizza::platform
