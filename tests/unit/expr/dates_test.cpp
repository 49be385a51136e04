#include "expr/dates.hpp"

#include <gtest/gtest.h>

#include "unit/expr/rendering.hpp"

namespace tizza::expr {
namespace {

constexpr int64_t kMoment = 1'772'442'000;  // 2026-03-02T09:00:00Z, a Monday

std::string now(const std::string& tag) {
  Options options;
  options.clock = TemplateClock{
      kMoment, [](const std::string& zone, int64_t) -> std::optional<TemplateClock::Zone> {
        if (zone != "Europe/Budapest") return std::nullopt;
        return TemplateClock::Zone{3600, "CET"};
      }};
  return rendered("{% now " + tag + " %}", Value::Mapping{}, options);
}

TEST(Now, PrintsTheTimeInAZone) {
  EXPECT_EQ(now("'utc'"), "2026-03-02");
  EXPECT_EQ(now("'utc', '%Y-%m-%d %H:%M:%S.%f %a %j %%f'"),
            "2026-03-02 09:00:00.000000 Mon 061 %f");
  EXPECT_EQ(now("'Europe/Budapest', '%H:%M %z %Z'"), "10:00 +0100 CET");
  EXPECT_EQ(now("'-05:30', '%H:%M'"), "03:30");
  EXPECT_EQ(now("'utc', ''"), "");
}

TEST(Now, MovesByCalendarAndByClock) {
  EXPECT_EQ(now("'utc' + 'days=2,hours=1', '%d %H'"), "04 10");
  EXPECT_EQ(now("'utc' - 'days=2.5', '%m-%d %H'"), "02-27 21");
  EXPECT_EQ(now("'utc' + 'months=-1, days=-1', '%Y-%m-%d'"), "2026-02-01");
  EXPECT_EQ(now("'utc' + 'days=29,months=11', '%Y-%m-%d'"), "2027-03-03");
  EXPECT_EQ(now("'utc' + 'years=2,quarters=1,weeks=1'"), "2028-06-09");
}

TEST(Now, RefusesWhatThereIsNot) {
  EXPECT_EQ(now("'Nowhere/Else'"), "1:8 there is no time zone `Nowhere/Else`");
  EXPECT_EQ(now("'utc' + 'fortnights=1'"), "1:16 `fortnights` is no unit of time");
  EXPECT_EQ(now("'utc' + 'days'"), "1:16 `days` is no span of time");
  EXPECT_EQ(now("'utc' + 'months=0.5'"), "1:16 only whole months can be added");
  EXPECT_EQ(now("'utc' + 'years=99999999'"), "1:16 a date so far away cannot be written");
  EXPECT_EQ(rendered("{% now 'utc' %}"), "1:1 `now` means nothing here: there is no clock");
}

TEST(Changes, AreWhatATemplateLeft) {
  Value context = Value::Mapping{{"c", Value::Mapping{{"a", 1}, {"b", "x"}}}, {"d", "text"}};
  Options options;
  options.changes = &context;
  EXPECT_EQ(rendered("{{ c.update({'a': c.b, 'n': [1]}) }}", context, options), "None");
  const Value wanted = Value::Mapping{
      {"c", Value::Mapping{{"a", "x"}, {"b", "x"}, {"n", Value::List{Value(1)}}}}, {"d", "text"}};
  EXPECT_EQ(context, wanted);
}

TEST(RandomBytes, AreWhatSecretsAreMadeOf) {
  Options options;
  options.random_bytes = [](size_t count) { return std::string(count, '\0'); };
  const auto text =
      rendered("{{ random_ascii_string(3) }} {{ uuid4() }}", Value::Mapping{}, options);
  EXPECT_EQ(text, "aaa 00000000-0000-4000-8000-000000000000");
  EXPECT_EQ(rendered("{{ random_ascii_string(0) }}{{ random_ascii_string(-1) }}"), "");
}

}  // namespace
}  // namespace tizza::expr
