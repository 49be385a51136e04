// Every report that a golden case shows as JSON fits registry-schema/report.schema.json.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/strings.hpp"
#include "schema/builtin.hpp"
#include "support/source_dir.hpp"
#include "text/reader.hpp"

namespace tizza::commands {
namespace {

/// What does not fit in one JSON report.
std::string problems(const std::string& line) {
  const auto document = read_json(std::make_shared<Source>("report.json", line));
  if (!document.ok()) return document.error().diagnostic.message;
  Findings findings;
  schema::check(**document, "report", findings);
  return findings.empty() ? "" : findings.list().front().message;
}

TEST(ReportSchema, HoldsForEveryGoldenReport) {
  size_t reports = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(testing::source_dir() + "/tests/golden")) {
    if (entry.path().extension() != ".case") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    for (const std::string_view line : split_lines(text)) {
      if (!line.starts_with("{\"schema_version\":1,\"tool\":")) continue;
      ++reports;
      EXPECT_EQ(problems(std::string(line)), "") << entry.path();
    }
  }
  EXPECT_GE(reports, 5u);
}

TEST(ReportSchema, RefusesWhatIsNoReport) {
  const std::string head = "{\"schema_version\":1,\"tool\":{\"name\":\"tizza\",\"version\":\"1\"}";
  EXPECT_NE(problems(head + "}"), "");
  EXPECT_NE(problems(head + ",\"errors\":[]}"), "");
  EXPECT_NE(problems(head + ",\"findings\":[]}"), "");
  EXPECT_NE(problems(head + ",\"errors\":[{\"rule\":\"a\",\"severity\":\"warning\","
                            "\"message\":\"m\",\"path\":\"\",\"pointer\":\"\",\"related\":[]}]}"),
            "");
}

}  // namespace
}  // namespace tizza::commands
