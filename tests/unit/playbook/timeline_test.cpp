#include "playbook/timeline.hpp"

#include <gtest/gtest.h>

#include "playbook/markdown.hpp"

namespace tizza::playbook {
namespace {

Record record(Event event, const std::string& time, const std::string& step, Value data) {
  return {event, "2026-03-02T" + time + "Z", step, std::move(data)};
}

Value with(const std::string& key, Value value) {
  Value data;
  data.set(key, std::move(value));
  return data;
}

TEST(Timeline, ATryLastsFromItsIntentToItsResult) {
  const auto timeline = make_timeline(
      "1", {record(Event::kIntent, "23:59:59.500", "a", with("by", "ana")),
            {Event::kResult, "2026-03-03T00:00:01.000Z", "a", with("outcome", "done")}});
  ASSERT_EQ(timeline.entries.size(), 1u);
  EXPECT_EQ(timeline.entries[0].outcome, "done");
  EXPECT_EQ(timeline.entries[0].by, "ana");
  EXPECT_EQ(timeline.entries[0].took, std::chrono::milliseconds(1500));
  EXPECT_EQ(timeline.took, std::chrono::milliseconds(1500));
}

TEST(Timeline, ATryWithoutAnEndIsUnknown) {
  const auto timeline =
      make_timeline("1", {record(Event::kIntent, "09:00:00.000", "a", Value()),
                          record(Event::kResume, "10:00:00.000", "", Value()),
                          record(Event::kIntent, "10:00:01.000", "a", Value()),
                          record(Event::kResult, "10:00:02.000", "a", with("outcome", "failed"))});
  ASSERT_EQ(timeline.entries.size(), 3u);
  EXPECT_EQ(timeline.entries[0].outcome, "unknown");
  EXPECT_FALSE(timeline.entries[0].took.has_value());
  EXPECT_EQ(timeline.entries[2].outcome, "failed");
}

TEST(Timeline, AClockThatWasSetBackTakesNoNegativeTime) {
  const auto timeline =
      make_timeline("1", {record(Event::kIntent, "09:00:00.000", "a", Value()),
                          record(Event::kResult, "08:00:00.000", "a", with("outcome", "done"))});
  EXPECT_EQ(timeline.entries[0].took, std::chrono::milliseconds(0));
  EXPECT_EQ(timeline.took, std::chrono::milliseconds(0));
}

TEST(Timeline, OfAnEmptyJournalIsEmpty) {
  const auto timeline = make_timeline("1", {});
  EXPECT_TRUE(timeline.entries.empty());
  EXPECT_NE(timeline_markdown(timeline).find("# Run of"), std::string::npos);
}

TEST(Timeline, ShowsTheEndOfALongOutput) {
  std::string output;
  for (int i = 1; i <= 30; ++i) output += std::to_string(i) + "\n";
  Value data = with("outcome", "done");
  data.set("output", output);
  const auto timeline = make_timeline("1", {record(Event::kResult, "09:00:00.000", "a", data)});
  EXPECT_TRUE(timeline.entries[0].output.starts_with("…\n11\n")) << timeline.entries[0].output;
  EXPECT_TRUE(timeline.entries[0].output.ends_with("\n30"));
}

TEST(Markdown, NothingActsAsMarkup) {
  EXPECT_EQ(markdown_text("a *b* [c](d)\n# e"), "a \\*b\\* \\[c\\](d) \\# e");
  EXPECT_EQ(markdown_code("a `b` c"), "``a `b` c``");
  EXPECT_EQ(markdown_code("`b"), "`` `b ``");
  EXPECT_EQ(markdown_block("```\nx", ""), "````\n```\nx\n````\n");
}

}  // namespace
}  // namespace tizza::playbook
