#include "support/pseudo_terminal.hpp"

#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

#include "base/strings.hpp"

namespace tizza::testing {

PseudoTerminal::PseudoTerminal(const std::function<void()>& program) {
  const winsize size = {24, 80, 0, 0};
  child_ = forkpty(&master_, nullptr, nullptr, &size);
  if (child_ != 0) return;
  // Else the kernel may throw away what the program prints while it handles Ctrl-C.
  termios state = {};
  tcgetattr(STDIN_FILENO, &state);
  state.c_lflag |= NOFLSH;
  tcsetattr(STDIN_FILENO, TCSANOW, &state);
  program();
  _exit(0);
}

PseudoTerminal::~PseudoTerminal() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  close(master_);
}

bool PseudoTerminal::wait_for(const std::string& text) {
  while (true) {
    if (const size_t found = screen_.find(text, seen_); found != std::string::npos) {
      seen_ = found + text.size();
      return true;
    }
    if (!read_more()) return false;
  }
}

void PseudoTerminal::wait_for_raw_mode() {
  termios state = {};
  while (tcgetattr(master_, &state) == 0 && (state.c_lflag & ICANON) != 0) sched_yield();
}

void PseudoTerminal::type(const std::string& keys) {
  [[maybe_unused]] const auto written = write(master_, keys.data(), keys.size());
}

int PseudoTerminal::finish() {
  while (read_more()) continue;
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool PseudoTerminal::read_more() {
  char chunk[4096];
  ssize_t got = 0;
  while ((got = read(master_, chunk, sizeof chunk)) < 0 && errno == EINTR) continue;
  if (got <= 0) return false;  // EIO: the last one to have it open has ended.
  screen_ = replace_all(screen_ + std::string(chunk, static_cast<size_t>(got)), "\r\n", "\n");
  return true;
}

}  // namespace tizza::testing
