#include "playbook/engine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>

#include "engine_world.hpp"

namespace tizza::playbook {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kTwoSteps = "  - {id: a, run: make a}\n  - {id: b, run: make b}\n";

/// The verdict; kBug for an error.
Verdict verdict(const Result<Verdict>& result) {
  return result.ok() ? *result : Verdict::kBug;
}

TEST(Engine, WritesTheIntentBeforeAndTheResultBehindEachAct) {
  EngineWorld world(kTwoSteps);
  world.person.script = {"run", "run"};
  world.processes.answer("sh -c 'make a'", [&](const ProcessRequest&) -> Result<ProcessResult> {
    EXPECT_THAT(world.events(), ElementsAre("intent a"));
    return ProcessResult{.output = "built\n"};
  });
  world.processes.answer("sh -c 'make b'", ProcessResult{});
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.events(), ElementsAre("intent a", "done a", "intent b", "done b", "finished"));
  EXPECT_EQ(world.records()[1].data["output"], Value("built\n"));
}

TEST(Engine, AFailedStepStopsWhereNobodyCanBeAsked) {
  EngineWorld world(kTwoSteps);
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("sh -c 'make a'", ProcessResult{.exit_code = 2});
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_THAT(world.events(), ElementsAre("intent a", "failed a", "pause (failed) a"));
  EXPECT_EQ(world.records()[1].data["reason"],
            Value("`make a` failed here: it ended with exit code 2"));
}

TEST(Engine, GoesOnWhereItStopped) {
  EngineWorld world(kTwoSteps);
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("sh -c 'make a'", ProcessResult{});
  world.processes.answer("sh -c 'make b'", ProcessResult{.exit_code = 1});
  world.processes.answer("sh -c 'make b'", ProcessResult{});
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.processes.log(),
              ElementsAre("sh -c 'make a'", "sh -c 'make b'", "sh -c 'make b'"));
}

TEST(Engine, OffersTheWaysOutOfAFailure) {
  EngineWorld world(kTwoSteps);
  world.processes.answer("*", ProcessResult{.exit_code = 1});
  world.person.script = {"run", "retry", "run", "continue: not needed", "skip: later"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.events(), ElementsAre("intent a", "failed a", "intent a", "failed a",
                                          "move to b a", "skipped b", "finished"));
}

TEST(Engine, FollowsThePolicyOfAFailure) {
  EngineWorld world(R"(  - {id: a, run: make a, on_failure: goto c}
  - {id: b, run: make b}
  - {id: c, run: make c, on_failure: continue}
  - {id: d, tcp: "host:1", on_failure: escalate}
)");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("*", ProcessResult{.exit_code = 1});
  EXPECT_EQ(verdict(world.run()), Verdict::kEscalated);
  EXPECT_THAT(world.events(),
              ElementsAre("intent a", "failed a", "move to c a", "intent c", "failed c",
                          "move to d c", "intent d", "failed d", "pause (escalated) d"));
  EXPECT_THAT(world.person.log, Contains("call +36123456789 and say: it burns"));
}

TEST(Engine, JumpsByTheAnswerOfAGate) {
  constexpr const char* kGate = R"(  - id: press
    open: https://ci.tizza.com
    ask: {outcome: [it succeeded, it failed]}
    goto: {it succeeded: verify}
  - {id: hand, run: "echo {{ outcome }}"}
  - {id: verify, do: look}
)";
  EngineWorld succeeded(kGate);
  succeeded.processes.has_browser = true;
  succeeded.person.script = {"it succeeded", "done"};
  EXPECT_EQ(verdict(succeeded.run()), Verdict::kDone);
  EXPECT_THAT(succeeded.events(), ElementsAre("done press", "done verify", "finished"));
  EXPECT_THAT(succeeded.processes.opened_urls, ElementsAre("https://ci.tizza.com"));

  EngineWorld failed(kGate);
  failed.person.script = {"it failed", "run", "done"};
  failed.processes.answer("*", ProcessResult{});
  EXPECT_EQ(verdict(failed.run()), Verdict::kDone);
  EXPECT_THAT(failed.processes.log(), ElementsAre("sh -c 'echo '\\''it failed'\\'''"));
}

TEST(Engine, RemembersAnswersAndCapturesOverAResume) {
  EngineWorld world(R"(  - {id: a, ask: {reason: "Why?"}}
  - {id: b, run: make b, capture: built}
  - {id: c, run: "echo {{ reason }} {{ built }}"}
)");
  world.processes.answer("*", ProcessResult{});
  world.processes.answer("sh -c 'make b'", ProcessResult{.output = "0.4.0\n"});
  world.person.script = {"it's slow", "run", "pause"};
  EXPECT_EQ(verdict(world.run()), Verdict::kStopped);
  world.person.script = {"run"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_EQ(world.processes.requests().back().argv[2], "echo 'it'\\''s slow' 0.4.0");
}

TEST(Engine, PassesOverWhatDoesNotApply) {
  EngineWorld world(R"(  - {id: a, do: look, when: "tier == 1"}
  - {id: b, do: look, only_in: staging}
  - {id: c, do: look, only_in: [staging, production]}
)");
  world.names.set("tier", 2);
  Value environment;
  environment.set("name", "production");
  world.names.set("environment", std::move(environment));
  world.person.script = {"done"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.events(), ElementsAre("skipped a", "skipped b", "done c", "finished"));
}

TEST(Engine, TriesAgainWithinItsTime) {
  EngineWorld world("  - {id: a, http: \"https://t.com\", within: 5s}\n");
  world.http.answer("GET https://t.com", 503);
  world.http.answer("GET https://t.com", 503);
  world.http.answer("GET https://t.com", 200);
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_EQ(world.clock.sleeps().size(), 2u);

  EngineWorld late("  - {id: a, http: \"https://t.com\", within: 5s}\n");
  late.settings.may_ask = false;
  late.http.answer("GET https://t.com", 503);
  EXPECT_EQ(verdict(late.run()), Verdict::kNegative);
  EXPECT_EQ(late.http.requests().size(), 3u);  // at 0, 2 and 4 seconds
}

TEST(Engine, RetriesWithAGrowingDelay) {
  EngineWorld world("  - {id: a, run: x, retry: {attempts: 3, delay: 1s, factor: 2}}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("*", ProcessResult{.exit_code = 1});
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_THAT(world.clock.sleeps(), ElementsAre(std::chrono::seconds(1), std::chrono::seconds(2)));
}

TEST(Engine, CtrlCWhileACommandRunsLeavesTheStepUnknown) {
  EngineWorld world(kTwoSteps);
  world.person.script = {"run"};
  world.processes.answer("*", [&](const ProcessRequest&) -> Result<ProcessResult> {
    world.interrupts.raise(SIGINT);
    return ProcessResult{.exit_code = 130};
  });
  EXPECT_EQ(verdict(world.run()), Verdict::kUnknownState);
  EXPECT_THAT(world.events(), ElementsAre("intent a", "pause (interrupted) a"));
  EXPECT_EQ(step_state(world.records(), "a"), StepState::kUnknown);
  EXPECT_EQ(world.interrupts.depth(), 0);
}

TEST(Engine, CtrlCWhileItOnlyLooksLeavesNothingUnknown) {
  EngineWorld world("  - {id: a, git: status}\n");
  world.processes.answer("*", [&](const ProcessRequest&) -> Result<ProcessResult> {
    world.interrupts.raise(SIGHUP);
    return ProcessResult{.exit_code = 129};
  });
  EXPECT_EQ(verdict(world.run()), Verdict::kHungUp);
}

TEST(Engine, AFullDiskStopsItBeforeTheStep) {
  EngineWorld world("  - {id: a, run: make a, repeat: safe}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("*", ProcessResult{});
  world.files.limit_space(3);
  EXPECT_FALSE(world.run().ok());
  EXPECT_TRUE(world.processes.requests().empty());
}

TEST(Engine, ASignalBetweenTwoLinesLeavesTheStepUnknown) {
  for (const int signal : {SIGHUP, SIGTERM}) {
    EngineWorld world("  - {id: a, run: [one, two], repeat: never}\n");
    world.settings = {.yes_to = YesTo::kAll};
    world.processes.answer("*", [&](const ProcessRequest&) -> Result<ProcessResult> {
      world.interrupts.raise(signal);
      return ProcessResult{.exit_code = 128 + signal};
    });
    EXPECT_EQ(verdict(world.run()), Verdict::kUnknownState);
    EXPECT_EQ(world.processes.requests().size(), 1u);
    EXPECT_TRUE(fold(world.records()).is_in_doubt);
  }
}

TEST(Engine, ASignalBehindTheEndOfAStepKeepsItsResult) {
  EngineWorld world(kTwoSteps);
  world.person.script = {"run"};
  world.processes.answer("*", [&](const ProcessRequest&) -> Result<ProcessResult> {
    world.interrupts.raise(SIGTERM);
    return ProcessResult{};
  });
  EXPECT_EQ(verdict(world.run()), Verdict::kTerminated);
  EXPECT_THAT(world.events(), ElementsAre("intent a", "done a", "pause (interrupted) a"));
  EXPECT_EQ(fold(world.records()).position, "b");
}

TEST(Engine, CtrlCAtAPromptPauses) {
  EngineWorld world(kTwoSteps);
  world.person.script = {"^C"};
  const auto result = world.run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().verdict, Verdict::kInterrupted);
  EXPECT_THAT(world.events(), ElementsAre("pause (interrupted) a"));
}

/// A run that was cut off inside step `a`.
EngineWorld cut_off(const std::string& repeat) {
  EngineWorld world("  - {id: a, run: make a, repeat: " + repeat + "}\n");
  auto journal = Journal::create(world.files, world.clock, kJournal);
  EXPECT_TRUE(journal->append(Event::kIntent, "a", {}).ok());
  world.processes.answer("*", ProcessResult{});
  return world;
}

TEST(Engine, AnUnknownStepIsSettledByItsPolicy) {
  EngineWorld asked = cut_off("ask");
  asked.person.script = {"again"};
  EXPECT_EQ(verdict(asked.run()), Verdict::kDone);
  EXPECT_EQ(asked.processes.log().size(), 1u);

  EngineWorld done = cut_off("never");
  done.person.script = {"done"};
  EXPECT_EQ(verdict(done.run()), Verdict::kDone);
  EXPECT_EQ(done.processes.log().size(), 0u);

  EngineWorld safe = cut_off("safe");
  safe.settings = {.yes_to = YesTo::kSafe};
  EXPECT_EQ(verdict(safe.run()), Verdict::kDone);
  EXPECT_EQ(safe.processes.log().size(), 1u);
}

TEST(Engine, AnUnknownStepNeverRunsByItself) {
  for (const char* repeat : {"ask", "never"}) {
    EngineWorld world = cut_off(repeat);
    world.settings = {.yes_to = YesTo::kAll};
    EXPECT_EQ(verdict(world.run()), Verdict::kUnknownState);
    EXPECT_THAT(world.events(), ElementsAre("intent a", "pause (unknown) a"));
    EXPECT_EQ(world.processes.log().size(), 0u);
  }
  EngineWorld answered = cut_off("never");
  answered.settings = {.answers = {{"a", "done"}}};
  EXPECT_EQ(verdict(answered.run()), Verdict::kDone);
  EXPECT_EQ(answered.processes.log().size(), 0u);
}

TEST(Engine, PracticeTouchesNothing) {
  EngineWorld world(R"(  - {id: a, run: make a}
  - {id: b, http: {url: "https://t.com", method: POST}, on_failure: goto d}
  - {id: c, tcp: "host:1"}
  - {id: d, announce: "#alerts", message: m}
  - {id: e, open: "https://t.com"}
)");
  world.is_practice = true;
  world.chat = {"https://hooks.tizza.com/secret", "HOOK"};
  world.person.script = {"succeeds", "fails", "go to d", "succeeds", "done"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.events(),
              ElementsAre("intent a", "done a", "intent b", "failed b", "move to d b", "intent d",
                          "done d", "done e", "finished"));
  EXPECT_TRUE(world.processes.log().empty());
  EXPECT_TRUE(world.processes.opened_urls.empty());
  EXPECT_TRUE(world.http.requests().empty());
}

TEST(Engine, TheOperatorMayGoBackAndTakeNotes) {
  EngineWorld world(kTwoSteps);
  world.processes.answer("*", ProcessResult{});
  world.person.script = {"note: slow today", "run", "jump: nowhere", "jump: a", "run", "abort"};
  EXPECT_EQ(verdict(world.run()), Verdict::kStopped);
  EXPECT_THAT(world.events(), ElementsAre("note a", "intent a", "done a", "move to a b", "intent a",
                                          "done a", "aborted b"));
}

TEST(Engine, StopsBeforeTheStepWhereTheJournalCannotBeWritten) {
  EngineWorld world(kTwoSteps);
  world.settings = {.yes_to = YesTo::kAll};
  world.files.limit_space(0);
  EXPECT_FALSE(world.run().ok());
  EXPECT_TRUE(world.processes.log().empty());
}

TEST(Engine, AResultThatCannotBeWrittenIsAnUnknownState) {
  EngineWorld world(kTwoSteps);
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("*", [&](const ProcessRequest&) -> Result<ProcessResult> {
    world.files.limit_space(0);
    return ProcessResult{};
  });
  const auto result = world.run();
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().verdict, Verdict::kUnknownState);
  EXPECT_THAT(result.error().diagnostic.help, HasSubstr("step `a` was done"));
}

TEST(Engine, MakesWayForARunThatMayInterruptIt) {
  EngineWorld world(kTwoSteps);
  world.settings = {.yes_to = YesTo::kAll};
  bool is_wanted = false;
  world.settings.is_interrupted = [&] { return is_wanted; };
  world.processes.answer("*", [&](const ProcessRequest&) -> Result<ProcessResult> {
    is_wanted = true;
    return ProcessResult{};
  });
  EXPECT_EQ(verdict(world.run()), Verdict::kStopped);
  EXPECT_THAT(world.events(),
              ElementsAre("intent a", "done a", "pause (interrupted by another run) b"));
}

TEST(Engine, WithoutAChatAPersonSaysIt) {
  EngineWorld world("  - {id: a, announce: \"#alerts\", message: m, repeat: safe}\n");
  world.settings = {.yes_to = YesTo::kAll};
  const auto refused = world.run();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().verdict, Verdict::kNeedsPerson);
  world.person.script = {"done"};
  EXPECT_EQ(verdict(world.run()), Verdict::kDone);
  EXPECT_THAT(world.person.log, Contains("nothing is sent: there is no chat; say it yourself"));
}

TEST(Engine, ACapturedValueHasBounds) {
  EngineWorld world("  - {id: a, run: yes, capture: much}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.processes.answer("*", ProcessResult{.output = std::string(65 << 10, 'y')});
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_LT(world.files.text(kJournal).size(), 70u << 10);
}

TEST(RunState, KnowsTheFirstStepAndThatItsEndIsUnknown) {
  EngineWorld world(kTwoSteps);
  world.person.script = {"run"};
  world.processes.answer("*", [&](const ProcessRequest&) -> Result<ProcessResult> {
    world.interrupts.raise(SIGINT);
    return ProcessResult{.exit_code = 130};
  });
  EXPECT_EQ(verdict(world.run()), Verdict::kUnknownState);
  const RunState state = fold(world.records());
  EXPECT_EQ(state.position, "a");
  EXPECT_TRUE(state.is_in_doubt);
}

TEST(Engine, AChatIsToldThroughItsWebhookAndItsAddressStaysSecret) {
  EngineWorld world("  - {id: a, announce: \"#alerts\", message: \"{{ what }}\"}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.names.set("what", "a \"quote\"");
  world.chat = {"https://hooks.tizza.com/T0/secret", "TIZZA_CHAT_WEBHOOK"};
  EXPECT_EQ(verdict(world.run()), Verdict::kNegative);
  EXPECT_EQ(world.http.requests().at(0).body, R"({"channel":"#alerts","text":"a \"quote\""})");
  EXPECT_THAT(world.records()[1].data["reason"].as_string()->c_str(),
              HasSubstr("$TIZZA_CHAT_WEBHOOK"));
  EXPECT_EQ(world.files.text(kJournal).find("secret"), std::string::npos);
}

}  // namespace
}  // namespace tizza::playbook
