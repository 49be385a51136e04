// Tries of which nobody knows how they ended, and what is left of a step behind them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine_world.hpp"

namespace tizza::playbook {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* kBegun = "\x1e-tizza-begun-\x1e";
constexpr const char* kEnded = "\x1e-tizza-ended-\x1e";
constexpr const char* kLost = "Connection to h1 closed by remote host.\n";

Verdict verdict(const Result<Verdict>& result) {
  return result.ok() ? *result : Verdict::kBug;
}

/// The state that step `a` is left in by a command that ends so, where nobody can be asked.
std::string state_behind(const std::string& step, const ProcessResult& result) {
  EngineWorld world("  - {id: a, " + step + "}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("*", result);
  const Verdict end = verdict(world.run());
  const StepState state = step_state(world.records(), "a");
  EXPECT_EQ(end, state == StepState::kUnknown  ? Verdict::kUnknownState
                 : state == StepState::kFailed ? Verdict::kNegative
                                               : Verdict::kDone);
  return std::string(to_string(state));
}

TEST(Unknown, ALostConnectionIsNoFailure) {
  const auto over_ssh = [](int exit_code, const std::string& errors) {
    return state_behind("run: make a, ssh: h1", {.exit_code = exit_code, .errors = errors});
  };
  EXPECT_EQ(over_ssh(255, std::string(kBegun) + kLost), "unknown");
  EXPECT_EQ(over_ssh(255, kLost), "unknown") << "it may have begun";
  EXPECT_EQ(over_ssh(255, std::string(kBegun) + "b: Permission denied (publickey).\n"), "unknown")
      << "these are the command's words";
  EXPECT_EQ(over_ssh(255, std::string(kBegun) + "no\n" + kEnded), "failed");
  EXPECT_EQ(over_ssh(3, std::string(kBegun) + "no\n"), "failed");
  EXPECT_EQ(over_ssh(0, kBegun), "done");
}

TEST(Unknown, WhereSshNeverGotInNothingRan) {
  for (const char* words :
       {"ssh: connect to host h1 port 22: Connection refused\n",
        "ssh: Could not resolve hostname h1: Name or service not known\n",
        "me@h1: Permission denied (publickey).\n", "Host key verification failed.\n",
        "kex_exchange_identification: Connection closed by remote host\n"
        "Connection closed by 127.0.0.1 port 22\n"}) {
    EngineWorld world("  - {id: a, run: make a, ssh: h1}\n");
    world.settings = {.yes_to = YesTo::kAll};
    world.processes.answer("*", ProcessResult{.exit_code = 255, .errors = words});
    EXPECT_EQ(verdict(world.run()), Verdict::kNegative) << words;
    EXPECT_THAT(*world.records()[1].data["reason"].as_string(), HasSubstr(std::string(words, 10)));
  }
}

TEST(Unknown, ATimeoutOrASignalFromOutsideIsNoFailure) {
  EXPECT_EQ(state_behind("run: make a, timeout: 2s", {.exit_code = 143, .timed_out = true}),
            "unknown");
  EXPECT_EQ(state_behind("run: make a", {.exit_code = 137}), "unknown");
  EXPECT_EQ(state_behind("run: make a", {.exit_code = 139}), "failed") << "it crashed by itself";
  EXPECT_EQ(state_behind("run: make a, expect: {exit: 143}", {.exit_code = 143}), "done");
}

TEST(Unknown, MarksAreNeitherShownNorKept) {
  EngineWorld world("  - {id: a, run: make a, ssh: h1}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer(
      "*", ProcessResult{
               .exit_code = 255, .output = "out", .errors = std::string(kBegun) + "err" + kEnded});
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_THAT(world.person.log, Contains("| out"));
  EXPECT_THAT(world.person.log, Contains("| err"));
  EXPECT_EQ(world.records()[1].data["output"], Value("outerr"));
}

constexpr const char* kPost =
    "  - {id: a, http: {url: \"https://t.com\", method: POST}, repeat: never}\n";

TEST(Unknown, ARequestThatWentOutMayHaveChangedSomething) {
  EngineWorld world(kPost);
  world.settings = {.yes_to = YesTo::kAll};
  world.http.fail("POST https://t.com",
                  failure("network", "no answer from `https://t.com`", "", Verdict::kUnknownState));
  EXPECT_EQ(verdict(world.run()), Verdict::kUnknownState);
  EXPECT_THAT(world.events(), ElementsAre("intent a", "unknown a", "pause (unknown) a"));
  EXPECT_THAT(world.person.log, Contains("find out, then resume with --answer a=done or "
                                         "--answer a=skip"));
  world.settings.answers = {{"a", "done"}};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.http.requests(), SizeIs(1));
}

TEST(Unknown, APersonIsAskedAtOnce) {
  EngineWorld world("  - {id: a, run: make a, timeout: 1s, on_failure: continue}\n");
  world.processes.answer("*", ProcessResult{.timed_out = true});
  world.processes.answer("*", ProcessResult{});
  world.person.script = {"run", "again"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.events(),
              ElementsAre("intent a", "unknown a", "intent a", "done a", "finished"));
}

TEST(Unknown, IsNotTriedAgainByItselfUnlessThatIsSafe) {
  const auto tries = [](const std::string& repeat) {
    EngineWorld world("  - {id: a, run: x, retry: {attempts: 3}, repeat: " + repeat + "}\n");
    world.settings = {.yes_to = YesTo::kAll};
    world.processes.answer("*", ProcessResult{.timed_out = true});
    (void)world.run();
    return world.processes.log().size();
  };
  EXPECT_EQ(tries("safe"), 3u);
  EXPECT_EQ(tries("ask"), 1u);
  EXPECT_EQ(tries("never"), 1u);
}

constexpr const char* kTwoHosts = "  - {id: a, run: [x, y], ssh: [h1, h2], repeat: never}\n";

/// What the hosts were told, `h1 x`, in order.
std::vector<std::string> told(const EngineWorld& world) {
  std::vector<std::string> lines;
  for (const ProcessRequest& request : world.processes.requests()) {
    const std::string& command = request.argv.back();
    lines.push_back(*(request.argv.end() - 2) + " " + command.substr(command.size() - 1));
  }
  return lines;
}

TEST(Parts, AreNotRunAgainBehindAFailure) {
  EngineWorld world(kTwoHosts);
  world.settings = {.yes_to = YesTo::kAll};
  for (const int exit_code : {0, 0, 0, 4, 0}) {
    world.processes.answer("*", ProcessResult{.exit_code = exit_code});
  }
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(told(world), ElementsAre("h1 x", "h1 y", "h2 x", "h2 y", "h2 y"));
  EXPECT_THAT(world.person.log, Contains("on h1: `x` is done and will be left out"));
}

TEST(Parts, AreSettledOneByOne) {
  EngineWorld world(kTwoHosts);
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("*", ProcessResult{});
  world.processes.answer("*", ProcessResult{.timed_out = true});
  world.processes.answer("*", ProcessResult{});
  EXPECT_EQ(verdict(world.run()), Verdict::kUnknownState);
  world.settings.answers = {{"a", "done"}};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(told(world), ElementsAre("h1 x", "h1 y", "h2 x", "h2 y"));
}

TEST(Parts, AreRunAgainWhereTheOperatorGoesBack) {
  EngineWorld world(std::string(kTwoHosts) + "  - {id: b, do: look}\n");
  world.processes.answer("*", ProcessResult{});
  world.person.script = {"run", "jump: a", "run", "done"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(told(world), SizeIs(8));
}

TEST(Parts, KeepWhatTheStepCaptures) {
  EngineWorld world("  - {id: a, run: [x, y], capture: both}\n  - {id: b, run: 'z {{ both }}'}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("sh -c x", ProcessResult{.output = "1,"});
  world.processes.answer("sh -c y", ProcessResult{.exit_code = 1});
  world.processes.answer("sh -c y", ProcessResult{.output = "2"});
  world.processes.answer("sh -c 'z 1,2'", ProcessResult{});
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
}

}  // namespace
}  // namespace tizza::playbook
