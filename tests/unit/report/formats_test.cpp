#include <gtest/gtest.h>

#include "report/format.hpp"
#include "report/report.hpp"
#include "text/reader.hpp"

namespace tizza::report {
namespace {

Report many(size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += "é: 1\n";
  const auto source = std::make_shared<Source>("a.yaml", text);
  Report report;
  report.documents = {{"a.yaml", "swagger", "2.0"}};
  for (uint32_t i = 0; i < count; ++i) {
    Diagnostic finding;
    finding.rule = "a-rule";
    finding.message = "wrong";
    finding.at = {source, {6 * i, 6 * i + 2}};
    report.findings.push_back(std::move(finding));
  }
  return report;
}

DocumentPtr parsed(std::string_view format, const Report& report) {
  auto document =
      read_json(std::make_shared<Source>("out", find_format(format)->render(report, {})));
  EXPECT_TRUE(document.ok());
  return document.ok() ? *document : nullptr;
}

TEST(Formats, AreFoundByNameAndByTheEndingOfAFile) {
  EXPECT_EQ(find_format("sarif")->name, "sarif");
  EXPECT_EQ(find_format("xml"), nullptr);
  EXPECT_EQ(format_of_file("out/a.sarif")->name, "sarif");
  EXPECT_EQ(format_of_file("a.sarif.json")->name, "sarif");
  EXPECT_EQ(format_of_file("a.json")->name, "json");
  EXPECT_EQ(format_of_file("a.xml")->name, "junit");
  EXPECT_EQ(format_of_file("a.htm")->name, "html");
  EXPECT_EQ(format_of_file("a.out"), nullptr);
}

TEST(Formats, GrowWithTheFindingsOnly) {
  // Ten times the findings, ten times the text: nothing is repeated for each of them.
  for (const Format& format : formats()) {
    if (format.name == "pretty") continue;  // it groups
    const auto small = static_cast<double>(format.render(many(1'000), {}).size());
    const auto large = static_cast<double>(format.render(many(10'000), {}).size());
    EXPECT_LT(large / small, 12.0) << format.name;
  }
}

TEST(Sarif, CountsCodePointsWithAnExclusiveEnd) {
  const auto document = parsed("sarif", many(2));
  const Node run = document->root()["runs"].at(0);
  EXPECT_EQ(run["columnKind"].text(), "unicodeCodePoints");
  const Node region = run["results"].at(1)["locations"].at(0)["physicalLocation"]["region"];
  EXPECT_EQ(region.raw(), R"({"startLine":2,"startColumn":1,"endLine":2,"endColumn":2})");
}

TEST(Sarif, CarriesFixesSuppressionsAndRules) {
  Report report = many(2);
  report.rules = {{"a-rule", Severity::kWarn, "what holds", "Why.", "bad: 1\n", "good: 1\n",
                   "remove the slash"}};
  report.findings[0].fix = {{{0, 2}, ""}, {{3, 4}, " x"}};
  report.findings[0].fingerprint = "0123";
  report.suppressed = {{report.findings[1], "known"}};
  report.findings.pop_back();
  const auto document = parsed("sarif", report);
  const Node run = document->root()["runs"].at(0);
  EXPECT_EQ(run["tool"]["driver"]["rules"].at(0)["defaultConfiguration"]["level"].text(),
            "warning");
  const Node result = run["results"].at(0);
  EXPECT_EQ(result["ruleIndex"].text(), "0");
  EXPECT_EQ(result["partialFingerprints"]["tizza/v1"].text(), "0123");
  const Node fix = result["fixes"].at(0);
  EXPECT_EQ(fix["description"]["text"].text(), "remove the slash");
  EXPECT_EQ(fix["artifactChanges"].at(0)["replacements"].size(), 2u);
  const Node known = run["results"].at(1)["suppressions"].at(0);
  EXPECT_EQ(known.raw(), R"({"kind":"external","justification":"known"})");
}

TEST(Sarif, NamesFilesAsUris) {
  Report report;
  report.documents = {{"a b/ü:<c>.yaml", "swagger", "2.0"},
                      {"/abs/a.yaml", "swagger", "2.0"},
                      {"https://tizza.com/a.yaml?b=1", "swagger", "2.0"}};
  const auto document = parsed("sarif", report);
  const Node artifacts = document->root()["runs"].at(0)["artifacts"];
  EXPECT_EQ(artifacts.at(0)["location"]["uri"].text(), "a%20b/%C3%BC%3A%3Cc%3E.yaml");
  EXPECT_EQ(artifacts.at(1)["location"]["uri"].text(), "file:///abs/a.yaml");
  EXPECT_EQ(artifacts.at(2)["location"]["uri"].text(), "https://tizza.com/a.yaml?b=1");
}

TEST(Gitlab, HasAFingerprintOfItsOwnForEachFinding) {
  Report report = many(1);
  const auto document = parsed("gitlab", report);
  const Node issue = document->root().at(0);
  EXPECT_EQ(issue["severity"].text(), "major");
  EXPECT_EQ(issue["fingerprint"].text().size(), 32u);
  EXPECT_EQ(issue["location"].raw(), R"({"path":"a.yaml","lines":{"begin":1,"end":1}})");
}

TEST(Junit, FailsWhatFailsTheCheck) {
  Report report = many(2);
  report.findings[1].severity = Severity::kWarn;
  EXPECT_NE(render_junit(report).find("tests=\"2\" failures=\"1\" errors=\"0\""),
            std::string::npos);
  report.fail_on = Severity::kWarn;
  EXPECT_NE(render_junit(report).find("tests=\"2\" failures=\"2\" errors=\"0\""),
            std::string::npos);
  report.fail_on = std::nullopt;
  EXPECT_EQ(render_junit(report).find("<failure"), std::string::npos);
}

TEST(Html, NamesItsScriptByTheRightDigest) {
  const std::string page = render_html(many(1));
  // openssl dgst -sha256 -binary | base64 of the text between the script tags; e2e/outputs_test.py
  // computes it anew.
  EXPECT_NE(page.find("script-src 'sha256-"), std::string::npos);
  EXPECT_EQ(page.find("http://"), std::string::npos);
  EXPECT_EQ(page.find("https://"), std::string::npos) << "nothing is loaded from elsewhere";
}

}  // namespace
}  // namespace tizza::report
