#include "platform/posix_interrupts.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

#include "platform/system_clock.hpp"

namespace tizza::platform {
namespace {

TEST(PosixInterruptsDeathTest, EndsAtOnceOutsideAHold) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    EXPECT_EXIT(
        {
          const PosixInterrupts interrupts;
          raise(number);
          exit(0);
        },
        ::testing::ExitedWithCode(128 + number), "");
  }
}

TEST(PosixInterruptsDeathTest, EndsWithTheLastHold) {
  EXPECT_EXIT(
      {
        PosixInterrupts interrupts;
        {
          const InterruptHold outer(interrupts);
          {
            const InterruptHold inner(interrupts);
            raise(SIGTERM);
          }
          fputs("outer goes on\n", stderr);
        }
        exit(0);
      },
      ::testing::ExitedWithCode(143), "outer goes on");
}

TEST(PosixInterruptsDeathTest, LeavesIgnoredSignalsIgnored) {
  EXPECT_EXIT(
      {
        signal(SIGHUP, SIG_IGN);
        const PosixInterrupts interrupts;
        raise(SIGHUP);
        exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(PosixInterrupts, GoesOnWhereTheHolderTookTheSignal) {
  PosixInterrupts interrupts;
  const InterruptHold hold(interrupts);
  EXPECT_EQ(interrupts.pending(), 0);
  raise(SIGINT);
  EXPECT_EQ(interrupts.pending(), SIGINT);
  EXPECT_EQ(interrupts.take(), SIGINT);
  EXPECT_EQ(interrupts.take(), 0);
}

TEST(PosixInterrupts, WakesASleeper) {
  PosixInterrupts interrupts;
  SystemClock clock(interrupts);
  const InterruptHold hold(interrupts);
  raise(SIGINT);
  clock.sleep(std::chrono::hours(24));
  EXPECT_EQ(interrupts.take(), SIGINT);
  clock.sleep(std::chrono::milliseconds(1));
}

/// How a child ends that would go on for ten seconds.
int status_of_child(void (*before_start)(), SignalForwarding::Reach reach) {
  PosixInterrupts interrupts;
  const InterruptHold hold(interrupts);
  SignalForwarding forwarding;
  before_start();
  const pid_t child = fork();
  if (child == 0) {
    setsid();
    for (const int number : {SIGINT, SIGTERM}) signal(number, SIG_DFL);
    sleep(10);
    _exit(0);
  }
  usleep(50'000);  // Its session stands.
  forwarding.to(child, reach);
  if (interrupts.take() == 0) kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

TEST(SignalForwarding, PassesOnWhatCameWhileTheChildStarted) {
  using Reach = SignalForwarding::Reach;
  EXPECT_EQ(status_of_child([] { raise(SIGINT); }, Reach::kOwnSession), SIGINT);
  EXPECT_EQ(status_of_child([] { raise(SIGTERM); }, Reach::kSharedTerminal), SIGTERM);
  EXPECT_EQ(status_of_child([] {}, Reach::kOwnSession), SIGKILL);
}

}  // namespace
}  // namespace tizza::platform
