#include "spec/baseline.hpp"

#include <gtest/gtest.h>

#include "spec/validate.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::spec {
namespace {

using testing::FakeFileSystem;

const std::string kHead = "swagger: '2.0'\ninfo: {title: a, version: b}\n";

report::Report check(const FakeFileSystem& files) {
  return validate(find_inputs(files, {"api.yaml"}), std::nullopt, files, recommended_rules(),
                  {.most_findings = 0, .fingerprints = true});
}

/// The fingerprints of a description, sorted.
std::vector<std::string> fingerprints(const std::string& body) {
  FakeFileSystem files;
  files.add("api.yaml", kHead + body);
  std::vector<std::string> found;
  for (const Diagnostic& finding : check(files).findings) found.push_back(finding.fingerprint);
  std::ranges::sort(found);
  return found;
}

TEST(Fingerprint, StaysWhenLinesMoveAndListsAreSorted) {
  const std::string a = "{name: a, in: query, type: array}";
  const std::string b = "{name: b, in: query, type: array}";
  const auto operation = [](const std::string& list) {
    return "paths:\n  /x:\n    get:\n      parameters: [" + list +
           "]\n      responses: {200: {description: x}}\n";
  };
  const auto before = fingerprints(operation(a + ", " + b));
  EXPECT_GE(before.size(), 3u);
  EXPECT_EQ(fingerprints("# moved\n\n" + operation(b + ", " + a)), before);
  EXPECT_NE(fingerprints(operation(a + ", {name: c, in: query, type: array}")), before);
}

TEST(Fingerprint, IsDistinctForEachFinding) {
  auto all = fingerprints(
      "definitions:\n  A: {enum: [a, a, a, a]}\n  B: {type: object, required: [x, y, x2]}\n");
  EXPECT_GE(all.size(), 6u);
  EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

class BaselineUpdates : public ::testing::Test {
 protected:
  void SetUp() override { describe("/a", "/b"); }

  void describe(const std::string& one, const std::string& two) {
    const std::string operation = ": {get: {responses: {200: {description: x}}}}\n";
    files_.add("api.yaml", kHead + "paths:\n  " + one + operation + "  " + two + operation);
  }

  Baseline load() {
    auto loaded = load_baseline(files_, "base.yaml");
    EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().diagnostic.message);
    return *loaded;
  }

  std::string update(const BaselineWords& words, const std::string& today = "2026-01-01") {
    auto update = update_baseline(load(), check(files_), words, today, recommended_rules(), files_);
    if (!update.ok()) return update.error().diagnostic.message;
    files_.add("base.yaml", update->text);
    return std::to_string(update->kept) + " kept, " + std::to_string(update->added) + " added, " +
           std::to_string(update->removed) + " removed";
  }

  report::Report applied(const std::string& today = "2026-01-01") {
    report::Report report = check(files_);
    apply_baseline(report, load(), today, recommended_rules(), files_);
    return report;
  }

  FakeFileSystem files_;
};

TEST_F(BaselineUpdates, KnowWhatIsThereAndForgetWhatIsFixed) {
  EXPECT_EQ(update({}), "2 findings to add to `base.yaml` without a reason");
  EXPECT_EQ(update({"old", "ana", "2026-06-30"}), "0 kept, 2 added, 0 removed");
  EXPECT_EQ(applied().findings.size(), 0u);
  EXPECT_EQ(applied().suppressed.size(), 2u);
  EXPECT_EQ(applied().suppressed[0].reason, "old (ana)");

  describe("/c", "/a");
  const auto report = applied();
  ASSERT_EQ(report.findings.size(), 2u);
  EXPECT_EQ(report.findings[0].pointer, "/paths/~1c/get");
  EXPECT_EQ(report.findings[1].rule, "fixed-in-baseline");
  EXPECT_EQ(report.findings[1].severity, Severity::kHint);
  EXPECT_EQ(update({"new", "", ""}), "1 kept, 1 added, 1 removed");
  const std::string text = files_.text("base.yaml");
  EXPECT_NE(text.find("reason: old"), std::string::npos) << text;
  EXPECT_NE(text.find("reason: new"), std::string::npos) << text;
  EXPECT_EQ(applied().findings.size(), 0u);
}

TEST_F(BaselineUpdates, CountExpiredEntriesAgain) {
  EXPECT_EQ(update({"old", "", "2026-06-30"}), "0 kept, 2 added, 0 removed");
  EXPECT_EQ(applied("2026-06-30").findings.size(), 0u);
  const auto report = applied("2026-07-01");
  ASSERT_EQ(report.findings.size(), 2u);
  ASSERT_EQ(report.findings[0].notes.size(), 1u);
  EXPECT_EQ(report.findings[0].notes[0].message, "known until `2026-06-30`: old");
  EXPECT_EQ(update({"again", "", ""}, "2026-07-01"), "0 kept, 2 added, 2 removed");
  EXPECT_EQ(applied("2026-07-01").findings.size(), 0u);
}

TEST_F(BaselineUpdates, KeepCommentsAndEntriesOfFilesThatWereNotLookedAt) {
  files_.add("other.yaml", "a: 1\n");
  files_.add("base.yaml",
             "# ours\napiVersion: tizza/v1\nfindings:\n# elsewhere\n- rule: typed-enum\n"
             "  path: other.yaml\n  fingerprint: 0123456789abcdef0123456789abcdef\n"
             "  reason: later # soon\n- rule: typed-enum\n  path: api.yaml\n"
             "  fingerprint: 1123456789abcdef0123456789abcdef\n  reason: gone\n");
  EXPECT_EQ(update({"old", "", ""}), "1 kept, 2 added, 1 removed");
  EXPECT_TRUE(files_.text("base.yaml")
                  .starts_with("# ours\napiVersion: tizza/v1\nfindings:\n# elsewhere\n"
                               "- rule: typed-enum\n  path: other.yaml\n"
                               "  fingerprint: 0123456789abcdef0123456789abcdef\n"
                               "  reason: later # soon\n- rule: operation-operationId\n"))
      << files_.text("base.yaml");
}

TEST_F(BaselineUpdates, BeginAnewFromAnEmptyList) {
  files_.add("base.yaml", "apiVersion: tizza/v1\nfindings: []\n");
  EXPECT_EQ(update({"old", "", ""}), "0 kept, 2 added, 0 removed");
  EXPECT_EQ(applied().findings.size(), 0u);
  files_.add("api.yaml", kHead + "paths: {}\n");
  EXPECT_EQ(update({}), "0 kept, 0 added, 2 removed");
  EXPECT_EQ(files_.text("base.yaml"), "apiVersion: tizza/v1\nfindings: []\n");
}

TEST(Day, IsOneOfTheCalendar) {
  EXPECT_TRUE(is_day("2028-02-29"));
  for (const char* text : {"2027-02-29", "2027-2-01", "27-02-01", "2027/02/01", "", "soon"}) {
    EXPECT_FALSE(is_day(text)) << text;
  }
}

}  // namespace
}  // namespace tizza::spec
