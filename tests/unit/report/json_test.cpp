#include <gtest/gtest.h>

#include "base/result.hpp"
#include "base/version.hpp"
#include "report/report.hpp"
#include "text/reader.hpp"

namespace tizza::report {
namespace {

std::string head() {
  return "{\"schema_version\":1,\"tool\":{\"name\":\"tizza\",\"version\":\"" +
         std::string(tool_version()) + "\"}";
}

TEST(Json, KeepsTheContract) {
  const auto text = std::make_shared<Source>("api.yaml", "é: 1\na: \"2\"\n");
  Report report;
  report.documents = {{"api.yaml", "swagger", "2.0"}, {"b.yaml", "asyncapi", "2.6.0"}};
  Diagnostic full;
  full.rule = "a-rule";
  full.message = "say \"no\"";
  full.at = {text, {0, 5}};
  full.pointer = "/é";
  full.help = "do it";
  full.url = "https://tizza.com/";
  full.notes = {{"first used here", {text, {9, 10}}, "/a"}};
  Diagnostic bare;
  bare.rule = "file";
  bare.severity = Severity::kInfo;
  bare.message = "no such file";
  bare.path = "c.yaml";
  report.findings = {full, bare};
  EXPECT_EQ(render_json(report),
            head() +
                ",\"documents\":["
                "{\"path\":\"api.yaml\",\"format\":\"swagger\",\"version\":\"2.0\",\"findings\":1},"
                "{\"path\":\"b.yaml\",\"format\":\"asyncapi\",\"version\":\"2.6.0\",\"findings\":0}"
                "],\"findings\":["
                "{\"rule\":\"a-rule\",\"severity\":\"error\",\"message\":\"say \\\"no\\\"\","
                "\"path\":\"api.yaml\",\"pointer\":\"/é\",\"line\":1,\"column\":1,"
                "\"end_line\":1,\"end_column\":5,\"help\":\"do it\","
                "\"url\":\"https://tizza.com/\",\"related\":["
                "{\"path\":\"api.yaml\",\"pointer\":\"/a\",\"line\":2,\"column\":4,"
                "\"message\":\"first used here\"}]},"
                "{\"rule\":\"file\",\"severity\":\"info\",\"message\":\"no such file\","
                "\"path\":\"c.yaml\",\"pointer\":\"\",\"related\":[]}"
                "],\"summary\":{\"error\":1,\"warn\":0,\"info\":1,\"hint\":0}}\n");
}

TEST(Json, CountsWhatIsKnown) {
  Report report;
  Diagnostic finding;
  finding.message = "known";
  report.suppressed = {{finding, "a reason"}, {finding, "a reason"}};
  EXPECT_TRUE(render_json(report).ends_with(
      "\"findings\":[],\"summary\":{\"error\":0,\"warn\":0,\"info\":0,\"hint\":0,\"known\":2}}\n"));
}

TEST(Json, TellsAnErrorInTheSameEnvelope) {
  EXPECT_EQ(render_error_json(failure("usage", "unknown flag `--x`").diagnostic),
            head() +
                ",\"errors\":[{\"rule\":\"usage\",\"severity\":\"error\","
                "\"message\":\"unknown flag `--x`\",\"path\":\"\",\"pointer\":\"\","
                "\"related\":[]}]}\n");
}

TEST(Json, IsValidWhateverTheInputHolds) {
  Diagnostic odd;
  odd.message = "\x01 \xFF \\ \" \u2028";
  odd.path = "a\nb";
  const std::string text = render_json({.documents = {}, .findings = {odd}, .errors = {}});
  EXPECT_TRUE(read_json(std::make_shared<Source>("out", text))) << text;
}

TEST(Json, FindsManyPlacesInOneLine) {
  std::string line;
  for (int i = 0; i < 50'000; ++i) line += "é,";
  const auto text = std::make_shared<Source>("min.json", line);
  Report report;
  for (uint32_t i = 0; i < 50'000; ++i) {
    Diagnostic diagnostic;
    diagnostic.at = {text, {3 * i, 3 * i + 2}};
    report.findings.push_back(std::move(diagnostic));
  }
  // Counting each column from the start of its line would take 10^9 steps here.
  const std::string out = render_json(report);
  EXPECT_NE(out.find("\"line\":1,\"column\":99999,\"end_line\":1,\"end_column\":100000"),
            std::string::npos);
}

}  // namespace
}  // namespace tizza::report
