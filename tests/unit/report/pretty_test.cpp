#include <gtest/gtest.h>

#include "base/result.hpp"
#include "report/report.hpp"
#include "report/style.hpp"

namespace tizza::report {
namespace {

SourcePtr source(std::string text, std::string path = "api.yaml") {
  return std::make_shared<Source>(std::move(path), std::move(text));
}

/// The first place of `part` in a text.
Location find(const SourcePtr& in, std::string_view part) {
  const auto begin = static_cast<uint32_t>(in->text().find(part));
  return {in, {begin, begin + static_cast<uint32_t>(part.size())}};
}

Diagnostic finding(Location at, std::string message = "it is wrong") {
  Diagnostic diagnostic;
  diagnostic.rule = "a-rule";
  diagnostic.message = std::move(message);
  diagnostic.at = std::move(at);
  return diagnostic;
}

std::string shown(const Diagnostic& diagnostic, int width = 80) {
  return render_diagnostic(diagnostic, {.width = width});
}

TEST(Pretty, MarksTheExactSpan) {
  const auto text = source("info:\n  title: Pizza\n");
  EXPECT_EQ(shown(finding(find(text, "Pizza"))),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:2:10\n"
            "  |\n"
            "2 |   title: Pizza\n"
            "  |          ^^^^^\n");
}

TEST(Pretty, BreaksSentencesBetweenWordsOnATerminal) {
  Diagnostic diagnostic;
  diagnostic.rule = "a-rule";
  diagnostic.message = "there is no `pizza` on the menu of today";
  diagnostic.help = "ask the cook for another one";
  EXPECT_EQ(render_diagnostic(diagnostic, {.width = 32, .wraps = true}),
            "error[a-rule]: there is no\n"
            "`pizza` on the menu of today\n"
            "help: ask the cook for another\n"
            "one\n");
  EXPECT_EQ(render_diagnostic(diagnostic, {.width = 32}),
            "error[a-rule]: there is no `pizza` on the menu of today\n"
            "help: ask the cook for another one\n");
  diagnostic.rule = "a-rule-with-a-name-that-is-too-long";
  diagnostic.help = "";
  EXPECT_EQ(render_diagnostic(diagnostic, {.width = 32, .wraps = true}),
            "error[a-rule-with-a-name-that-is-too-long]:\n"
            "there is no `pizza` on the menu\n"
            "of today\n");
}

TEST(Pretty, ShowsNotesHelpAndLink) {
  const auto text = source("a: 1\nb: 2\na: 3\n");
  Diagnostic diagnostic = finding({text, {10, 11}}, "key `a` stands twice");
  diagnostic.severity = Severity::kWarn;
  diagnostic.notes = {{"first used here", {text, {0, 1}}, "/a"}, {"no place", {}, ""}};
  diagnostic.help = "remove one of them";
  diagnostic.url = "https://tizza.com/a-rule";
  EXPECT_EQ(shown(diagnostic),
            "warn[a-rule]: key `a` stands twice\n"
            " --> api.yaml:3:1\n"
            "  |\n"
            "3 | a: 3\n"
            "  | ^\n"
            "note: first used here\n"
            " --> api.yaml:1:1\n"
            "  |\n"
            "1 | a: 1\n"
            "  | -\n"
            "note: no place\n"
            "help: remove one of them\n"
            "see: https://tizza.com/a-rule\n");
}

TEST(Pretty, LinesUpNumbersOfDifferentLength) {
  std::string lines;
  for (int i = 1; i <= 12; ++i) lines += "line" + std::to_string(i) + "\n";
  const auto text = source(lines);
  Diagnostic diagnostic = finding(find(text, "line12"));
  diagnostic.notes = {{"there", find(text, "line2"), ""}};
  EXPECT_EQ(shown(diagnostic),
            "error[a-rule]: it is wrong\n"
            "  --> api.yaml:12:1\n"
            "   |\n"
            "12 | line12\n"
            "   | ^^^^^^\n"
            "note: there\n"
            "  --> api.yaml:2:1\n"
            "   |\n"
            " 2 | line2\n"
            "   | -----\n");
}

TEST(Pretty, KeepsTheMarksUnderTabs) {
  const auto text = source("\tkey:\tvalue\n");
  EXPECT_EQ(shown(finding(find(text, "value"))),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:1:7\n"
            "  |\n"
            "1 |     key:    value\n"
            "  |             ^^^^^\n");
}

TEST(Pretty, KeepsTheMarksUnderWideAndCombiningCharacters) {
  const auto text = source("名前: cafe\u0301 🍕 x\n");
  EXPECT_EQ(shown(finding(find(text, "cafe\u0301 🍕"))),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:1:5\n"
            "  |\n"
            "1 | 名前: cafe\u0301 🍕 x\n"
            "  |       ^^^^^^^\n");
}

TEST(Pretty, ReadsEveryKindOfLineEnd) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const auto text = source(std::string("a: 1") + end + "b: 2" + end);
    EXPECT_EQ(shown(finding(find(text, "2"))),
              "error[a-rule]: it is wrong\n"
              " --> api.yaml:2:4\n"
              "  |\n"
              "2 | b: 2\n"
              "  |    ^\n");
  }
}

TEST(Pretty, MarksTheEndOfATextWithoutALineEnd) {
  const auto text = source("a: 1\nb:");
  EXPECT_EQ(shown(finding({text, {7, 7}}, "a value is missing")),
            "error[a-rule]: a value is missing\n"
            " --> api.yaml:2:3\n"
            "  |\n"
            "2 | b:\n"
            "  |   ^\n");
  EXPECT_EQ(shown(finding({source(""), {0, 0}})),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:1:1\n"
            "  |\n"
            "1 |\n"
            "  | ^\n");
}

TEST(Pretty, SaysHowManyLinesFollow) {
  const auto text = source("get:\n  a: 1\n  b: 2\n  c: 3\n");
  EXPECT_EQ(shown(finding(find(text, "a: 1\n  b: 2"))),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:2:3\n"
            "  |\n"
            "2 |   a: 1\n"
            "  |   ^^^^ and 1 more line\n");
  EXPECT_EQ(shown(finding(find(text, "a: 1\n  b: 2\n  c: 3\n"))),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:2:3\n"
            "  |\n"
            "2 |   a: 1\n"
            "  |   ^^^^ and 2 more lines\n");
}

TEST(Pretty, CutsALongLineAroundTheSpan) {
  const auto text = source(std::string(500, 'a') + " WRONG " + std::string(500, 'b') + "\n");
  EXPECT_EQ(shown(finding(find(text, "WRONG")), 40),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:1:502\n"
            "  |\n"
            "1 | …aaaaaaaaaaa WRONG bbbbbbbbbbbbbbbb…\n"
            "  |              ^^^^^\n");
  const auto start = source("WRONG " + std::string(500, 'b') + "\n");
  EXPECT_EQ(shown(finding(find(start, "WRONG")), 30),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:1:1\n"
            "  |\n"
            "1 | WRONG bbbbbbbbbbbbbbbbbb…\n"
            "  | ^^^^^\n");
  const auto end = source(std::string(500, 'a') + " WRONG");
  EXPECT_EQ(shown(finding(find(end, "WRONG")), 30),
            "error[a-rule]: it is wrong\n"
            " --> api.yaml:1:502\n"
            "  |\n"
            "1 | …aaaaaaa WRONG\n"
            "  |          ^^^^^\n");
}

TEST(Pretty, NamesAFileThatCouldNotBeRead) {
  Diagnostic diagnostic = file_failure("file", "nowhere.yaml", "no such file").diagnostic;
  EXPECT_EQ(shown(diagnostic), "error[file]: no such file\n --> nowhere.yaml\n");
}

TEST(Pretty, LetsNoInputDriveTheTerminal) {
  const auto text = source("a: \x1b[2Jx \u202Eevil\u202C \xFF z\n", "a\x1b]0;b.yaml");
  const std::string out = shown(finding(find(text, "x"), "value `\x1b[31m` is odd"));
  EXPECT_EQ(out,
            "error[a-rule]: value `␛[31m` is odd\n"
            " --> a␛]0;b.yaml:1:8\n"
            "  |\n"
            "1 | a: ␛[2Jx \uFFFDevil\uFFFD \uFFFD z\n"
            "  |        ^\n");
}

TEST(Pretty, HasTheSameTextInColour) {
  const auto text = source("info:\n  title: Pizza\n");
  Diagnostic diagnostic = finding(find(text, "Pizza"));
  diagnostic.help = "do it";
  EXPECT_EQ(render_diagnostic(diagnostic, {.colour = true}),
            "\x1b[1;31merror[a-rule]:\x1b[0m \x1b[1mit is wrong\x1b[0m\n"
            " \x1b[2m-->\x1b[0m api.yaml:2:10\n"
            "\x1b[2m  |\x1b[0m\n"
            "\x1b[2m2 |\x1b[0m   title: Pizza\n"
            "\x1b[2m  |\x1b[0m          \x1b[1;31m^^^^^\x1b[0m\n"
            "\x1b[1mhelp:\x1b[0m do it\n");
}

Report report_with(size_t count) {
  std::string lines;
  for (size_t i = 0; i < count; ++i) lines += "x\n";
  const auto text = source(lines);
  Report report;
  report.documents = {{"api.yaml", "swagger", "2.0"}};
  for (uint32_t i = 0; i < count; ++i) {
    report.findings.push_back(finding({text, {2 * i, 2 * i + 1}}, "no " + std::to_string(i)));
  }
  return report;
}

TEST(Pretty, EndsWithTheSummary) {
  Report report = report_with(2);
  report.findings[1].severity = Severity::kWarn;
  report.documents.push_back({"b.yaml", "swagger", "2.0"});
  EXPECT_EQ(render_pretty(report, {}),
            "error[a-rule]: no 0\n --> api.yaml:1:1\n  |\n1 | x\n  | ^\n\n"
            "warn[a-rule]: no 1\n --> api.yaml:2:1\n  |\n2 | x\n  | ^\n\n"
            "1 error, 1 warning in 2 files\n");
  EXPECT_EQ(render_pretty(report_with(0), {}), "1 file checked, no findings\n");
}

TEST(Pretty, GroupsManyFindingsOfOneRule) {
  EXPECT_EQ(render_pretty(report_with(5), {}).find("more"), std::string::npos);
  const std::string text = render_pretty(report_with(14), {});
  EXPECT_NE(text.find("error[a-rule]: no 2\n"), std::string::npos);
  EXPECT_EQ(text.find("error[a-rule]: no 3\n"), std::string::npos);
  EXPECT_NE(text.find("\n\nerror[a-rule]: 11 more findings in api.yaml, lines 4, 5, 6, 7, 8, 9, "
                      "10, 11, …\n"
                      "help: `--format concise` shows one line for each\n\n"
                      "14 errors in 1 file\n"),
            std::string::npos)
      << text;
}

TEST(Pretty, GroupsWhatDiffersInNamesAlone) {
  Report report = report_with(14);
  for (size_t i = 0; i < 14; ++i) {
    report.findings[i].message = i % 2 == 0 ? "no `" + std::to_string(i) + "x`" : "other";
  }
  const std::string text = render_pretty(report, {});
  EXPECT_NE(text.find("error[a-rule]: no `4x`\n"), std::string::npos);
  EXPECT_EQ(text.find("error[a-rule]: no `6x`\n"), std::string::npos);
  EXPECT_NE(text.find("error[a-rule]: 4 more findings in api.yaml, lines 7, 9, 11, 13\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("error[a-rule]: 4 more findings in api.yaml, lines 8, 10, 12, 14\n"),
            std::string::npos);
}

TEST(Pretty, ShowsManyFindingsInOneLine) {
  std::string line;
  for (int i = 0; i < 4'000; ++i) line += "bad,";
  const auto text = source(line, "min.json");
  Report report;
  for (uint32_t i = 0; i < 4'000; ++i) {
    report.findings.push_back(finding({text, {4 * i, 4 * i + 3}}));
    report.findings.back().rule = "rule-" + std::to_string(i);
  }
  // Counting each column from the start of its line would take 10^7 steps here.
  const std::string out = render_pretty(report, {});
  EXPECT_NE(out.find(" --> min.json:1:15997\n"), std::string::npos);
  EXPECT_TRUE(out.ends_with("\n4000 errors\n"));
}

TEST(Concise, IsOneLineAFinding) {
  Report report = report_with(2);
  report.findings[1].severity = Severity::kHint;
  report.findings.push_back(file_failure("file", "b.yaml", "no such file").diagnostic);
  EXPECT_EQ(render_concise(report, {}),
            "api.yaml:1:1: error[a-rule]: no 0\n"
            "api.yaml:2:1: hint[a-rule]: no 1\n"
            "b.yaml: error[file]: no such file\n"
            "2 errors, 1 hint in 1 file\n");
}

}  // namespace
}  // namespace tizza::report
