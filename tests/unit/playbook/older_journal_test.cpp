// A journal as the first version wrote it, byte for byte: later ones must go on with it.
#include <gtest/gtest.h>

#include "engine_world.hpp"
#include "playbook/timeline.hpp"

namespace tizza::playbook {
namespace {

/// Step `a` is done and `b` was cut off; nothing tells the title.
constexpr const char* kOldJournal =
    "00000280 b69c4653c5f1dd67 "
    R"({"event":"start","time":"2026-01-05T22:10:00.000Z","data":{"playbook":"p","path":"p.yaml","sha256":"00","mode":"run","service":"oven","environment":"production","operator":{"name":"ana","host":"desk"},"tizza":"0.1.0","names":{"service":{"name":"oven"}},"run":"20260105-221000-1"}})"
    "\n"
    "00000106 1ef7357990e57da1 "
    R"({"event":"intent","time":"2026-01-05T22:10:01.000Z","step":"a","data":{"what":["make a"],"by":"operator"}})"
    "\n"
    "00000112 68309c8037f2b005 "
    R"({"event":"result","time":"2026-01-05T22:10:02.000Z","step":"a","data":{"output":"","next":"b","outcome":"done"}})"
    "\n"
    "00000106 d302d71738e18de7 "
    R"({"event":"intent","time":"2026-01-05T22:10:03.000Z","step":"b","data":{"what":["make b"],"by":"operator"}})"
    "\n";

constexpr const char* kSteps = "  - {id: a, run: make a}\n  - {id: b, run: make b}\n";

TEST(OlderJournal, IsReadAndTold) {
  const auto contents = parse_journal(kJournal, kOldJournal);
  ASSERT_TRUE(contents.ok()) << contents.error().diagnostic.message;
  const RunState state = fold(contents->records);
  EXPECT_EQ(state.position, "b");
  EXPECT_TRUE(state.is_in_doubt);
  const Timeline timeline = make_timeline("1", contents->records);
  EXPECT_EQ(timeline_heading(timeline), "Run of p on oven in production");
  EXPECT_EQ(timeline.title, "");
  EXPECT_EQ(timeline.entries.back().outcome, "unknown");
}

TEST(OlderJournal, IsGoneOnWithWithoutRunningAnythingTwice) {
  EngineWorld world(kSteps);
  world.files.add(kJournal, kOldJournal);
  world.settings.may_ask = true;
  world.person.script = {"done"};
  const auto verdict = world.run();
  ASSERT_TRUE(verdict.ok()) << world.error_of(verdict);
  EXPECT_EQ(*verdict, Verdict::kDone);
  EXPECT_TRUE(world.processes.log().empty()) << "`a` is done, and `b` was said to be";
}

}  // namespace
}  // namespace tizza::playbook
