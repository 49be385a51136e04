#include "platform/posix_processes.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "platform/child_process.hpp"

namespace tizza::platform {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kGrace{2'000};
constexpr int kLookAgain = 20;

/// Ends a child that outstays its deadline: SIGTERM first, SIGKILL after kGrace.
class Deadline {
 public:
  Deadline(pid_t target, std::optional<milliseconds> deadline) : target_(target) {
    if (deadline) next_ = steady_clock::now() + *deadline;
  }

  /// For poll(2): until the next step, -1 for never.
  int milliseconds_left() const {
    if (!next_) return -1;
    const auto left = std::chrono::ceil<milliseconds>(*next_ - steady_clock::now()).count();
    return static_cast<int>(std::clamp<int64_t>(left, 0, 1'000'000));
  }
  void check() {
    if (!next_ || steady_clock::now() < *next_) return;
    ::kill(target_, expired_ ? SIGKILL : SIGTERM);
    if (expired_) {
      next_.reset();
    } else {
      next_ = steady_clock::now() + kGrace;
    }
    expired_ = true;
  }
  bool expired() const { return expired_; }

 private:
  pid_t target_;
  std::optional<steady_clock::time_point> next_;
  bool expired_ = false;
};

/// Feeds and drains the pipes of one child until it ends.
class Conversation {
 public:
  Conversation(ChildProcess& child, const ProcessRequest& request,
               const std::function<void(ProcessStream, std::string_view)>& on_output)
      : child_(child), input_(request.input), on_output_(on_output) {}

  ProcessResult run(Deadline& deadline) {
    while (!has_ended(deadline.milliseconds_left())) {
      feed();
      drain();
      deadline.check();
    }
    // What it wrote before its end is in the pipes by now. Not waiting for their end keeps a
    // daemon that it left behind from holding us.
    drain();
    return std::move(result_);
  }

 private:
  bool has_ended(int wait) {
    pollfd events[] = {{child_.exit.get(), POLLIN, 0},
                       {child_.input.get(), POLLOUT, 0},
                       {child_.output.get(), POLLIN, 0},
                       {child_.errors.get(), POLLIN, 0}};
    if (child_.exit) return ::poll(events, std::size(events), wait) > 0 && events[0].revents != 0;
    // Kernels before 5.3 have no pidfd: look every now and then.
    ::poll(events, std::size(events), wait < 0 ? kLookAgain : std::min(wait, kLookAgain));
    siginfo_t ended = {};
    ::waitid(P_PID, static_cast<id_t>(child_.id), &ended, WEXITED | WNOHANG | WNOWAIT);
    return ended.si_pid == child_.id;
  }

  void feed() {
    if (!child_.input) return;
    const ssize_t written = ::write(child_.input.get(), input_.data(), input_.size());
    if (written > 0) input_.remove_prefix(static_cast<size_t>(written));
    const bool is_closed = written < 0 && errno != EAGAIN && errno != EINTR;
    if (input_.empty() || is_closed) child_.input.close();
  }

  void drain() {
    drain(child_.output, ProcessStream::kOutput, result_.output);
    drain(child_.errors, ProcessStream::kErrors, result_.errors);
  }

  void drain(Descriptor& pipe, ProcessStream stream, std::string& captured) {
    char chunk[16 << 10];
    while (pipe) {
      const ssize_t got = ::read(pipe.get(), chunk, sizeof chunk);
      if (got > 0) {
        const std::string_view bytes(chunk, static_cast<size_t>(got));
        if (on_output_) on_output_(stream, bytes);
        captured += bytes.substr(0, kMaxCapturedBytes - captured.size());
      } else if (got == 0) {
        pipe.close();
      } else if (errno != EINTR) {
        return;
      }
    }
  }

  ChildProcess& child_;
  std::string_view input_;
  const std::function<void(ProcessStream, std::string_view)>& on_output_;
  ProcessResult result_;
};

}  // namespace

Result<ProcessResult> PosixProcesses::run(
    const ProcessRequest& request,
    const std::function<void(ProcessStream, std::string_view)>& on_output) {
  if (request.inherit_terminal) return run_on_terminal(request);
  SignalForwarding forwarding;
  TIZZA_TRY(ChildProcess child, start_process(request));
  forwarding.to(child.id, request.may_prompt ? SignalForwarding::Reach::kSharedTerminal
                                             : SignalForwarding::Reach::kOwnSession);
  Deadline deadline(request.may_prompt ? child.id : -child.id, request.deadline);
  ProcessResult result = Conversation(child, request, on_output).run(deadline);
  result.exit_code = reap(child.id);
  result.timed_out = deadline.expired();
  if (!child.lock_file.empty()) ::unlink(child.lock_file.c_str());
  return result;
}

Result<ProcessResult> PosixProcesses::run_on_terminal(const ProcessRequest& request) {
  terminal_.flush();
  // Ctrl-C reaches the child too, and what it means is up to the child (an editor, a pager).
  const InterruptHold hold(interrupts_);
  SignalForwarding forwarding;
  TIZZA_TRY(ChildProcess child, start_process(request));
  forwarding.to(child.id, SignalForwarding::Reach::kSharedTerminal);
  Deadline deadline(child.id, request.deadline);
  ProcessResult result = Conversation(child, request, {}).run(deadline);
  result.exit_code = reap(child.id);
  result.timed_out = deadline.expired();
  const bool survived = result.exit_code != 128 + SIGINT;
  if (survived && interrupts_.pending() == SIGINT) interrupts_.take();
  return result;
}

bool PosixProcesses::open_url(const std::string& url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
  const char* browser = std::getenv("BROWSER");
  const bool has_display =
      std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (browser == nullptr && !has_display) return false;
  ProcessRequest request;
  request.argv = {browser != nullptr ? browser : "xdg-open", url};
  // Not waited for: some openers stay until the browser is closed.
  return start_process(request).ok();
}

}  // namespace tizza::platform
