#include "playbook/duration.hpp"

#include <gtest/gtest.h>

namespace tizza::playbook {
namespace {

using std::chrono::milliseconds;

TEST(Duration, ReadsWhatItWrites) {
  for (const char* text : {"30s", "2m", "1h30m", "250ms", "1d", "1d2h3m4s5ms"}) {
    const auto duration = parse_duration(text);
    ASSERT_TRUE(duration.has_value()) << text;
    EXPECT_EQ(duration_text(*duration), text);
  }
  EXPECT_EQ(parse_duration("90s"), milliseconds(90'000));
  EXPECT_EQ(duration_text(milliseconds(0)), "0s");
}

TEST(Duration, RefusesEverythingElse) {
  for (const char* text :
       {"", "2", "m", "2 m", "-2m", "2min", "9999999999d", "99999999999999999s", "366d1ms"}) {
    EXPECT_FALSE(parse_duration(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace tizza::playbook
