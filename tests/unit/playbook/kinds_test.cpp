// What single kinds of steps do beyond what the golden cases show.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine_world.hpp"

namespace tizza::playbook {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

Verdict verdict(const Result<Verdict>& result) {
  return result.ok() ? *result : Verdict::kBug;
}

TEST(ForEach, ItemsThatAreDoneAreNotRunAgain) {
  EngineWorld world("  - {id: a, run: \"make {{ item }}\", for_each: [x, \"y z\", w]}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("sh -c 'make x'", ProcessResult{});
  world.processes.answer("sh -c 'make '\\''y z'\\'''", ProcessResult{.exit_code = 1});
  world.processes.answer("sh -c 'make '\\''y z'\\'''", ProcessResult{});
  world.processes.answer("sh -c 'make w'", ProcessResult{});
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.processes.log(), ElementsAre("sh -c 'make x'", "sh -c 'make '\\''y z'\\'''",
                                                 "sh -c 'make '\\''y z'\\'''", "sh -c 'make w'"));
}

TEST(ForEach, AnEmptyListIsDoneAtOnce) {
  EngineWorld world("  - {id: a, run: \"make {{ item }}\", for_each: \"{{ places }}\"}\n");
  world.names.set("places", Value(Value::List{}));
  world.settings = {.yes_to = YesTo::kAll};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.processes.log(), ElementsAre());
}

TEST(Wait, LastsAsLongAsItSays) {
  EngineWorld world("  - {id: a, wait: 1m30s}\n");
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.clock.sleeps(), ElementsAre(std::chrono::milliseconds(90'000)));
}

TEST(Wait, IsNoWaitInPractice) {
  EngineWorld world("  - {id: a, wait: 1h}\n");
  world.is_practice = true;
  world.person.script = {"succeeds"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_TRUE(world.clock.sleeps().empty());
}

TEST(Approve, IsRefusedToWhoeverRunsThePlaybook) {
  EngineWorld world("  - {id: a, approve: Do it}\n");
  Value person;
  person.set("name", "ana");
  world.names.set("operator", std::move(person));
  world.person.script = {"approved: Ana", "approved: bela"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.person.log, Contains("`Ana` runs the playbook; somebody else approves it"));
  EXPECT_EQ(world.records()[0].data["approved_by"], Value("bela"));
}

TEST(Tizza, OnlyReadingIsACheck) {
  const auto changes = [](const std::string& step) {
    const EngineWorld world("  - {id: a, " + step + "}\n");
    const Step& first = world.playbook->steps.front();
    return first.kind->changes(first);
  };
  EXPECT_FALSE(changes("tizza: release plan"));
  EXPECT_FALSE(changes("tizza: [validate api, registry check]"));
  EXPECT_TRUE(changes("tizza: validate --fix"));
  EXPECT_TRUE(changes("tizza: release tag"));
  EXPECT_TRUE(changes("tizza: validated"));
  EXPECT_FALSE(changes("git: [fetch, status]"));
  EXPECT_TRUE(changes("git: [fetch, push]"));
  EXPECT_TRUE(changes("git: \"status; rm -r .\""));
}

}  // namespace
}  // namespace tizza::playbook
