#include "platform/posix_interrupts.hpp"

#include <gtest/gtest.h>
#include <signal.h>

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

}  // namespace
}  // namespace tizza::platform
