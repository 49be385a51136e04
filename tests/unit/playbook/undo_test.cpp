#include "playbook/undo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine_world.hpp"

namespace tizza::playbook {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kStep = "  - {id: a, run: make a, undo: [unmake a]}\n";

Record record(Event event, const std::string& outcome = "") {
  Value data;
  if (!outcome.empty()) data.set("outcome", outcome);
  return {event, "2026-03-02T09:00:00.000Z", "a", std::move(data)};
}

UndoPlan undo_of(const std::vector<Record>& records) {
  const EngineWorld world(kStep);
  return plan_undo(*world.playbook, records, "1");
}

TEST(Undo, WhatWasCutOffMayHaveHappenedWhateverWasSaidOfIt) {
  const Record intent = record(Event::kIntent);
  const Record skipped = record(Event::kResult, "skipped");
  const Record failed = record(Event::kResult, "failed");
  for (const auto& records : std::vector<std::vector<Record>>{
           {intent},
           {intent, record(Event::kPause), record(Event::kResume), skipped},
           {intent, record(Event::kResult, "unknown"), skipped},
           {intent, record(Event::kResume), intent, failed},
       }) {
    EXPECT_THAT(undo_of(records).text, HasSubstr("take back a (may have happened)"));
  }
}

TEST(Undo, WhatWasDoneOnceStaysDone) {
  const std::vector<Record> done = {record(Event::kIntent), record(Event::kResult, "done")};
  for (const char* later : {"skipped", "failed"}) {
    auto records = done;
    records.push_back(record(Event::kMove));
    if (later == std::string("failed")) records.push_back(record(Event::kIntent));
    records.push_back(record(Event::kResult, later));
    EXPECT_THAT(undo_of(records).text, HasSubstr("take back a (done)"));
  }
}

TEST(Undo, WhatFailedOrWasLeftOutIsNotTakenBack) {
  const auto failed = undo_of({record(Event::kIntent), record(Event::kResult, "failed")});
  EXPECT_EQ(failed.text, "");
  EXPECT_THAT(failed.left_out, ElementsAre("a failed; nothing of it is taken back"));
  const auto skipped = undo_of({record(Event::kResult, "skipped")});
  EXPECT_EQ(skipped.text, "");
  EXPECT_TRUE(skipped.left_out.empty());
  // Its first try failed, and the second was left out.
  const auto both = undo_of({record(Event::kIntent), record(Event::kResult, "failed"),
                             record(Event::kResult, "skipped")});
  EXPECT_THAT(both.text, Not(HasSubstr("take back")));
}

}  // namespace
}  // namespace tizza::playbook
