#include "commands/progress.hpp"

#include <gtest/gtest.h>

#include "support/fake_context.hpp"

namespace tizza::commands {
namespace {

using namespace std::chrono_literals;

TEST(Progress, ShowsCountAndTimeLeftAndGoesAway) {
  testing::FakeContext fake;
  fake.context.presentation.progress = true;
  {
    Progress progress("projects", 4, fake.context);
    fake.clock.advance(2s);
    progress.advance();
  }
  EXPECT_EQ(fake.terminal.err_text(),
            "\r\x1b[K[                        ] 0/4 projects"
            "\r\x1b[K[######                  ] 1/4 projects, 6 s left"
            "\r\x1b[K");
}

TEST(Progress, DrawsNoOftenerThanAnEyeSees) {
  testing::FakeContext fake;
  fake.context.presentation.progress = true;
  {
    Progress progress("projects", 1000, fake.context);
    for (int i = 0; i < 1000; ++i) progress.advance();
  }
  EXPECT_EQ(fake.terminal.err_text(), "\r\x1b[K[                        ] 0/1000 projects\r\x1b[K");
}

TEST(Progress, IsSilentWhereNobodyWatches) {
  testing::FakeContext fake;
  {
    Progress progress("projects", 2, fake.context);
    fake.clock.advance(2s);
    progress.advance();
  }
  EXPECT_EQ(fake.terminal.err_text(), "");
}

}  // namespace
}  // namespace tizza::commands
