#include "release/calver.hpp"

#include <gtest/gtest.h>

namespace tizza::release {
namespace {

using namespace std::chrono_literals;

Result<CalverPattern> read(const std::string& text) {
  const auto source = std::make_shared<const Source>("tizza.yaml", text);
  return CalverPattern::read({source, {0, static_cast<uint32_t>(text.size())}});
}

/// The version behind `last`, or what is wrong with it.
std::string next(const std::string& pattern, const std::string& last, Day today,
                 std::optional<VersionPart> part = std::nullopt) {
  const auto made = read(pattern)->next(*read(pattern)->numbers(last), part, today);
  return made.ok() ? read(pattern)->text(*made) : made.error().diagnostic.message;
}

TEST(CalverPattern, StartsWithTheDay) {
  const auto first = [](const std::string& pattern, Day day) {
    return read(pattern)->text(read(pattern)->first(day));
  };
  EXPECT_EQ(first("YYYY.0M.MICRO", 2026y / 3 / 2), "2026.03.0");
  EXPECT_EQ(first("YY.MM.DD", 2026y / 3 / 2), "26.3.2");
  EXPECT_EQ(first("0Y0M0D.MICRO", 2006y / 12 / 31), "061231.0");
  EXPECT_EQ(first("YYYY.0W", 2026y / 1 / 7), "2026.01");
  EXPECT_EQ(first("YYYY.WW", 2026y / 12 / 31), "2026.53");
  EXPECT_EQ(first("MAJOR.YYYY-MICRO", 2026y / 1 / 7), "0.2026-0");
}

TEST(CalverPattern, ReadsItsOwnVersionsAlone) {
  const auto pattern = read("YYYY.0M.MICRO");
  EXPECT_TRUE(pattern->numbers("2026.03.12"));
  for (const char* text : {"", "2026.3.1", "2026.03", "2026.03.1.1", "26.03.1", "2026.03.01",
                           "2026-03-1", "v2026.03.1", "2026.03.x"}) {
    EXPECT_FALSE(pattern->numbers(text)) << text;
  }
  EXPECT_EQ(read("0Y0M.MICRO")->numbers("2603.7")->size(), 3u);
}

TEST(CalverPattern, CountsOnWithinADay) {
  EXPECT_EQ(next("YYYY.0M.MICRO", "2026.03.1", 2026y / 3 / 2), "2026.03.2");
  EXPECT_EQ(next("YYYY.0M.MICRO", "2026.03.1", 2026y / 4 / 2), "2026.04.0");
  EXPECT_EQ(next("YYYY.MINOR.MICRO", "2026.2.3", 2026y / 4 / 2), "2026.2.4");
  EXPECT_EQ(next("YYYY.MINOR.MICRO", "2026.2.3", 2026y / 4 / 2, VersionPart::kMinor), "2026.3.0");
  EXPECT_EQ(next("MAJOR.YYYY.MICRO", "1.2025.3", 2026y / 4 / 2), "1.2026.0");
}

TEST(CalverPattern, RefusesWhatCannotFollow) {
  EXPECT_EQ(next("YYYY.0M.MICRO", "2026.03.1", 2026y / 2 / 2),
            "today is before the day of `2026.03.1`");
  EXPECT_EQ(next("YYYY.0M.0D", "2026.03.02", 2026y / 3 / 2),
            "`2026.03.02` is the version of today already");
  EXPECT_EQ(next("YYYY.0M.MICRO", "2026.03.1", 2026y / 3 / 2, VersionPart::kMajor),
            "the pattern has no `MAJOR`");
}

TEST(CalverPattern, PointsAtWhatIsWrong) {
  const auto unknown = read("YYYY.QQ");
  EXPECT_EQ(unknown.error().diagnostic.message, "`QQ` is no part of a calendar version");
  EXPECT_EQ(unknown.error().diagnostic.at.span.begin, 5u);
  EXPECT_EQ(read("MM0D").error().diagnostic.message,
            "nothing stands between `0D` and `MM`, which has no fixed width");
  EXPECT_EQ(read("MAJOR.MINOR").error().diagnostic.message,
            "`MAJOR.MINOR` says nothing of the day");
  EXPECT_FALSE(read("").ok());
}

}  // namespace
}  // namespace tizza::release
