#include "platform/posix_interrupts.hpp"

#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <iterator>

namespace tizza::platform {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

// What a signal handler may touch: lock-free atomics of static storage.
std::atomic<int> hold_depth{0};
std::atomic<int> pending_signal{0};
std::atomic<unsigned> signal_count{0};
std::atomic<int> wake{-1};
/// Targets of kill(2): negative for a group, positive for one process, 0 for a free slot.
std::array<std::atomic<pid_t>, 64> children{};
struct sigaction previous[std::size(kSignals)];
struct sigaction previous_pipe;

static_assert(std::atomic<int>::is_always_lock_free && std::atomic<pid_t>::is_always_lock_free);

[[noreturn]] void end_process(int signal) {
  // The prompt of the shell then starts on a line of its own, behind the `^C`.
  if (signal == SIGINT && isatty(STDERR_FILENO)) {
    [[maybe_unused]] const auto written = write(STDERR_FILENO, "\n", 1);
  }
  _exit(128 + signal);
}

void pass_on(int signal, pid_t target) {
  if (target < 0 || (target > 0 && signal == SIGTERM)) kill(target, signal);
}

void on_signal(int signal) {
  const int saved_errno = errno;
  for (const auto& child : children) pass_on(signal, child.load());
  if (hold_depth.load() == 0) end_process(signal);
  pending_signal.store(signal);
  signal_count.fetch_add(1);
  const uint64_t one = 1;
  [[maybe_unused]] const auto written = write(wake.load(), &one, sizeof one);
  errno = saved_errno;
}

void release_hold() {
  if (hold_depth.fetch_sub(1) != 1) return;
  if (const int signal = pending_signal.load()) end_process(signal);
}

}  // namespace

PosixInterrupts::PosixInterrupts() {
  wake.store(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  for (size_t i = 0; i < std::size(kSignals); ++i) {
    struct sigaction action = {};
    action.sa_handler = on_signal;  // Without SA_RESTART: a waiting read returns to its caller.
    sigemptyset(&action.sa_mask);
    sigaction(kSignals[i], nullptr, &previous[i]);
    if (previous[i].sa_handler != SIG_IGN) sigaction(kSignals[i], &action, nullptr);
  }
  struct sigaction ignore = {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &previous_pipe);
}

PosixInterrupts::~PosixInterrupts() {
  for (size_t i = 0; i < std::size(kSignals); ++i) sigaction(kSignals[i], &previous[i], nullptr);
  sigaction(SIGPIPE, &previous_pipe, nullptr);
  close(wake.exchange(-1));
  pending_signal.store(0);
}

void PosixInterrupts::hold() {
  hold_depth.fetch_add(1);
}

void PosixInterrupts::release() {
  release_hold();
}

int PosixInterrupts::pending() const {
  return pending_signal.load();
}

int PosixInterrupts::take() {
  uint64_t count = 0;
  [[maybe_unused]] const auto drained = read(wake.load(), &count, sizeof count);
  return pending_signal.exchange(0);
}

int PosixInterrupts::wake_descriptor() const {
  return wake.load();
}

SignalForwarding::SignalForwarding() : count_at_start_(signal_count.load()) {
  hold_depth.fetch_add(1);
}

void SignalForwarding::to(pid_t child, Reach reach) {
  const pid_t target = reach == Reach::kOwnSession ? -child : child;
  for (size_t i = 0; i < children.size(); ++i) {
    pid_t free = 0;
    if (!children[i].compare_exchange_strong(free, target)) continue;
    slot_ = static_cast<int>(i);
    break;
  }
  if (signal_count.load() != count_at_start_) pass_on(pending_signal.load(), target);
  is_starting_ = false;
  release_hold();
}

SignalForwarding::~SignalForwarding() {
  if (slot_ >= 0) children[static_cast<size_t>(slot_)].store(0);
  if (is_starting_) release_hold();
}

}  // namespace tizza::platform
