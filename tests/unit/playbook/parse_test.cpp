#include <fmt/core.h>
#include <gtest/gtest.h>

#include "playbook/model.hpp"
#include "playbook/step_kind.hpp"
#include "text/reader.hpp"

namespace tizza::playbook {
namespace {

DocumentPtr read(const std::string& text) {
  return *read_yaml(std::make_shared<Source>("playbook.yaml", text));
}

constexpr const char* kHead = "apiVersion: tizza/v1\nplaybook: p\ntitle: T\nsteps:\n";

/// Findings of a playbook with these steps, as `line:column rule: message (help)`.
std::string findings(const std::string& steps) {
  const DocumentPtr document = read(kHead + steps);
  Findings found;
  const auto playbook = parse_playbook(document, found);
  EXPECT_EQ(playbook.has_value(), found.empty());
  std::string lines;
  for (const Diagnostic& finding : found.list()) {
    lines += fmt::format("{}:{} {}: {}", finding.at.begin().line - 4, finding.at.begin().column,
                         finding.rule, finding.message);
    if (!finding.help.empty()) lines += " (" + finding.help + ")";
    lines += "\n";
  }
  return lines;
}

TEST(ParsePlaybook, ReadsEveryKindAndKey) {
  const DocumentPtr document = read(std::string(kHead) + R"(
  - {id: look, do: look at it, ask: {seen: [well, badly]}, goto: {well: last}, only_in: production}
  - {open: "https://ci.tizza.com", instruct: press, when: "seen == 'badly'"}
  - {ask: {reason: "Why?"}}
  - {run: [a, b], ssh: host, become: root, expect: {exit: 3}, timeout: 2m, repeat: never,
     retry: {attempts: 3, delay: 5s, factor: 2}, on_failure: goto last, undo: c, capture: log}
  - {ssh: host}
  - {http: {url: "https://tizza.com", method: POST}, within: 90s, on_failure: escalate}
  - {tcp: "host:22", on_failure: continue}
  - {announce: "#alerts", message: done, repeat: safe, x-owner: me}
  - {id: last, escalate: no way out}
)");
  Findings found;
  const auto playbook = parse_playbook(document, found);
  ASSERT_TRUE(playbook.has_value()) << found.list().at(0).message;
  std::string kinds;
  for (const Step& step : playbook->steps) kinds += fmt::format("{} ", step.kind->keyword);
  EXPECT_EQ(kinds, "do open ask run ssh http tcp announce escalate ");
  const Step& run = playbook->steps[3];
  EXPECT_EQ(run.id, "step-4");
  EXPECT_EQ(run.retry.attempts, 3);
  EXPECT_EQ(run.retry.delay, std::chrono::seconds(5));
  EXPECT_EQ(run.timeout, std::chrono::minutes(2));
  EXPECT_EQ(run.on_failure, FailurePolicy::kGoto);
  EXPECT_EQ(run.failure_target, "last");
  EXPECT_EQ(run.repeat, RepeatPolicy::kNever);
  EXPECT_TRUE(run.kind->changes(run));
  EXPECT_TRUE(playbook->steps[5].kind->changes(playbook->steps[5]));
  EXPECT_EQ(playbook->steps[0].goto_by_answer.at("well"), "last");
  EXPECT_EQ(playbook->steps[2].ask->prompt, "Why?");
}

TEST(ParsePlaybook, AStepIsOfExactlyOneKind) {
  EXPECT_EQ(findings("  - {id: a}\n"),
            "1:6 step-kind: the step does not say what happens (give one of `do`, `open`, `ask`, "
            "`confirm`, `approve`, `run`, `ssh`, `git`, `tizza`, `http`, `tcp`, `wait`, "
            "`announce` or `escalate`)\n");
  EXPECT_EQ(findings("  - {run: a, http: \"https://x\"}\n"),
            "1:14 step-kind: a step is either `run` or `http` (make two steps of it)\n");
}

TEST(ParsePlaybook, NoKeyIsIgnored) {
  EXPECT_EQ(findings("  - {tcp: \"a:1\", expect: {status: 200}}\n"),
            "1:18 step-key: `expect` means nothing in a `tcp` step\n");
  EXPECT_EQ(findings("  - {do: a, within: 2m, capture: b}\n"),
            "1:25 step-key: `capture` means nothing in a `do` step (an answer is found "
            "under the name that `ask` gives it)\n"
            "1:13 step-key: `within` means nothing in a `do` step\n");
  EXPECT_EQ(findings("  - {announce: \"#alerts\"}\n"),
            "1:6 missing-field: the announcement has no `message`\n");
}

TEST(ParsePlaybook, JumpsGoForwardToStepsThatExist) {
  EXPECT_EQ(findings("  - {id: look, do: a, goto: verfy}\n  - {id: verify, do: b}\n"),
            "1:29 unknown-step: there is no step `verfy` (`verify` is close)\n");
  EXPECT_EQ(findings("  - {id: look, do: a}\n  - {do: b, on_failure: goto look}\n"),
            "2:25 backward-jump: `look` is not further down (steps go forward only; `retry` and "
            "`within` try again)\n");
  EXPECT_EQ(findings("  - {ask: {how: [well, badly]}, goto: {wel: b}}\n  - {id: b, do: b}\n"),
            "1:40 unknown-answer: `wel` is no answer to this step's `ask` (`well` is close)\n");
  EXPECT_EQ(findings("  - {id: a, do: a}\n  - {id: a, do: b}\n"),
            "2:10 duplicate-id: two steps are called `a`\n");
}

TEST(ParsePlaybook, SchemaFindingsComeFirst) {
  EXPECT_EQ(findings("  - {do: 1, when: [a]}\n"),
            "1:13 wrong-type: `when` must be a string, not a list\n");
}

}  // namespace
}  // namespace tizza::playbook
