#include "playbook/lint.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::playbook {
namespace {

constexpr const char* kCheck = "  - {id: look, http: \"https://tizza.com\"}\n";
constexpr const char* kEscalation = "escalate: {say: It burns, call: +36123456789}\n";

/// What lint says of a playbook with these steps: `line rule`, one a line.
std::string rules(const std::string& steps, const std::string& tail = kEscalation) {
  const auto document = read_yaml(std::make_shared<Source>(
      "p.yaml", "apiVersion: tizza/v1\nplaybook: p\ntitle: T\nsteps:\n" + steps + tail));
  Findings found;
  const auto playbook = parse_playbook(*document, found);
  if (!playbook) return "not parsed: " + found.list().front().message;
  lint_playbook(*playbook, found);
  std::string lines;
  for (const Diagnostic& finding : found.list()) {
    lines += fmt::format("{} {}\n", static_cast<int>(finding.at.begin().line) - 4, finding.rule);
  }
  return lines;
}

/// A step that runs `line`, with everything that lint wants to see.
std::string running(const std::string& line) {
  return "  - {run: '" + line + "', undo: none, repeat: safe}\n" + kCheck;
}

TEST(LintPlaybook, EveryChangeSaysHowItIsTakenBack) {
  EXPECT_EQ(rules("  - {run: a, undo: none is needed, repeat: ask}\n" + std::string(kCheck)), "");
  EXPECT_EQ(rules("  - {run: a, repeat: ask}\n" + std::string(kCheck)), "1 no-undo\n");
}

TEST(LintPlaybook, EveryChangeSaysWhetherItMayRunAgain) {
  EXPECT_EQ(
      rules("  - {http: {url: \"https://tizza.com\", method: POST}, undo: b, repeat: never}\n" +
            std::string(kCheck)),
      "");
  EXPECT_EQ(rules("  - {http: {url: \"https://tizza.com\", method: POST}, undo: b}\n" +
                  std::string(kCheck)),
            "1 no-repeat\n");
}

TEST(LintPlaybook, ALookNeedsNeither) {
  EXPECT_EQ(rules("  - {tcp: \"tizza.com:22\"}\n  - {do: look around}\n"), "");
}

TEST(LintPlaybook, TheLastChangeIsChecked) {
  EXPECT_EQ(rules("  - {run: a, undo: none, repeat: safe, expect: {output: well}}\n"), "");
  EXPECT_EQ(rules("  - {run: a, undo: none, repeat: safe}\n  - {do: go home}\n"),
            "1 unverified-end\n");
  EXPECT_EQ(rules(std::string(kCheck) + "  - {run: a, undo: none, repeat: safe}\n"),
            "2 unverified-end\n");
}

TEST(LintPlaybook, AFailedCheckDoesNotEndWell) {
  EXPECT_EQ(rules("  - {tcp: \"tizza.com:22\", on_failure: continue}\n" + std::string(kCheck)), "");
  EXPECT_EQ(rules("  - {tcp: \"tizza.com:22\", on_failure: continue}\n"), "1 failure-ends-well\n");
}

TEST(LintPlaybook, SaysWhomToCall) {
  EXPECT_EQ(rules(kCheck), "");
  EXPECT_EQ(rules(kCheck, ""), "-2 no-escalation\n");
}

TEST(LintPlaybook, TheEscalationEndsAtAPhone) {
  for (const char* call : {"'+36 1 234-5678'", "112", "\"{{ service.team.lead.phone }}\""}) {
    EXPECT_EQ(rules(kCheck, std::string("escalate: {say: It burns, call: ") + call + "}\n"), "")
        << call;
  }
  EXPECT_EQ(rules(kCheck, "escalate: {say: It burns, call: somebody}\n"), "2 escalation-phone\n");
}

TEST(LintPlaybook, FlagsLinesThatWaitForSomebody) {
  for (const char* line : {"sudo su -", "su", "vim config.yaml", "cd /tmp; nano a", "true && bash",
                           "psql", "cat a | less"}) {
    EXPECT_EQ(rules(running(line)), "1 asks-for-input\n") << line;
  }
  for (const char* line : {"bash -x ./a.sh", "psql -f a.sql", "python3 a.py", "echo vim",
                           "supply a", "sudo systemctl restart oven"}) {
    EXPECT_EQ(rules(running(line)), "") << line;
  }
}

TEST(LintPlaybook, FindsValuesThatCannotBeQuoted) {
  for (const char* line : {"echo $(ls {{ dir }})", "eval {{ a }}", "sh -c \"ls {{ dir }}\"",
                           "echo `ls {{ dir }}`", "echo \\{{ a }}", "a # {{ b }}"}) {
    EXPECT_EQ(rules(running(line)), "1 quoting\n") << line;
  }
  for (const char* line : {"echo \"{{ note }}\" {{ a }}", "ssh {{ host }} ls", "a | b {{ c }}"}) {
    EXPECT_EQ(rules(running(line)), "") << line;
  }
  EXPECT_EQ(
      rules("  - run: |\n      cat <<E\n      {{ a }}\n      E\n    undo: [\"a $(b {{ c }})\"]\n"
            "    repeat: safe\n" +
            std::string(kCheck)),
      "3 quoting\n5 quoting\n");
}

TEST(LintPlaybook, AsksWhyAValueIsRaw) {
  EXPECT_EQ(rules(running("a {{ operator.name }}")), "");
  EXPECT_EQ(rules(running("a {{ operator.name | raw }}")), "1 raw-in-command\n");
  EXPECT_EQ(rules(running("a {{ operator.name | raw | upper }}")), "1 raw-in-command\n");
}

}  // namespace
}  // namespace tizza::playbook
