// Public API descriptions with verdicts: the AsyncAPI TCK and examples, the schema tests of the
// OpenAPI Specification, the examples of learn.openapis.org and the worked example of the project's
// main source.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "platform/posix_file_system.hpp"
#include "report/report.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/validate.hpp"
#include "support/fake_interrupts.hpp"
#include "support/source_dir.hpp"

namespace tizza::spec {
namespace {

namespace fs = std::filesystem;

/// Cases for the official schemas alone, which break a sentence that no schema can hold.
const std::map<std::string, std::string> kBeyondSchemas = {
    {"operation-object-example.yaml",
     "OpenAPI 3.1, Parameter Object: if `in` is `path`, `name` MUST correspond to a single "
     "template "
     "expression of the path; Security Requirement Object: each name MUST correspond to a security "
     "scheme which is declared"},
};

std::string corpus(const std::string& below) {
  return fs::weakly_canonical(testing::corpus_dir() + "/" + below).string();
}

bool is_absent(const std::string& folder) {
  if (fs::exists(folder)) return false;
  std::printf("[  SKIPPED ] %s is not here\n", folder.c_str());
  return true;
}

report::Report check(const std::vector<std::string>& paths,
                     const Ruleset& rules = recommended_rules()) {
  testing::FakeInterrupts interrupts;
  const platform::PosixFileSystem files(interrupts);
  return validate(find_inputs(files, paths), std::nullopt, files, rules);
}

bool is_valid(const report::Report& report) {
  return report.errors.empty() && report::count_by_severity(report)[0] == 0;
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string explain(const report::Report& report) {
  report::Report everything = report;
  for (const auto& error : report.errors) everything.findings.push_back(error);
  return report::render_concise(everything, {});
}

TEST(AsyncApiTck, EveryVerdictIsMet) {
  const std::string folder = corpus("asyncapi-tck");
  if (is_absent(folder)) GTEST_SKIP();
  size_t met = 0;
  for (const auto& path : files_below(folder)) {
    const std::string name = fs::path(path).filename().string();
    const bool wants_valid = name.starts_with("valid");
    if (!wants_valid && !name.starts_with("invalid")) continue;
    const auto report = check({path});
    met += is_valid(report) == wants_valid;
    EXPECT_EQ(is_valid(report), wants_valid) << path << "\n" << explain(report);
  }
  std::printf("%zu verdicts met\n", met);
}

TEST(AsyncApiExamples, AllAreValid) {
  const std::string folder = corpus("asyncapi-examples");
  if (is_absent(folder)) GTEST_SKIP();
  const auto report = check({folder});
  EXPECT_TRUE(is_valid(report)) << explain(report);
  std::printf("%zu valid\n", report.documents.size());
}

TEST(OpenApiSchemaTests, EveryVerdictIsMet) {
  const std::string folder = corpus("openapi-schema-tests");
  if (is_absent(folder)) GTEST_SKIP();
  size_t met = 0;
  size_t beyond = 0;
  for (const auto& path : files_below(folder)) {
    if (!path.ends_with(".yaml")) continue;
    if (kBeyondSchemas.count(fs::path(path).filename().string()) != 0) {
      EXPECT_FALSE(is_valid(check({path}))) << path;
      ++beyond;
      continue;
    }
    const bool wants_valid = path.find("/pass/") != std::string::npos;
    const auto report = check({path});
    met += is_valid(report) == wants_valid;
    EXPECT_EQ(is_valid(report), wants_valid) << path << "\n" << explain(report);
  }
  std::printf("%zu verdicts met, %zu break more than a schema\n", met, beyond);
}

TEST(OpenApiExamples, AllAreValid) {
  const std::string folder = corpus("openapi-examples");
  if (is_absent(folder)) GTEST_SKIP();
  std::map<std::string, std::vector<std::string>> by_folder;
  for (const auto& path : files_below(folder)) {
    by_folder[fs::path(path).parent_path().string()].push_back(path);
  }
  size_t met = 0;
  for (const auto& [parent, paths] : by_folder) {
    const auto report = check({parent});
    met += is_valid(report) ? paths.size() : 0;
    EXPECT_TRUE(is_valid(report)) << parent << "\n" << explain(report);
  }
  std::printf("%zu valid\n", met);
}

std::vector<std::string> found_in(const std::string& path,
                                  const Ruleset& rules = recommended_rules()) {
  std::vector<std::string> found;
  for (const Diagnostic& finding : check({path}, rules).findings) {
    const Position at = finding.at.begin();
    found.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + finding.rule +
                    " " + finding.pointer);
  }
  return found;
}

TEST(SourceExamples, TheDefectsOfTheSwaggerFileAreFound) {
  const std::string path = corpus("source-examples/swagger.yaml");
  if (is_absent(path)) GTEST_SKIP();
  const std::vector<std::string> expected = {
      "34:7 operation-success-response /paths/~1pizza/post/responses",
      "35:9 rest-405-is-for-methods /paths/~1pizza/post/responses/405",
      "38:5 operation-operationId /paths/~1pizza~1{id}/get",
      "48:7 operation-success-response /paths/~1pizza~1{id}/get/responses",
      "55:9 required-fields-defined /definitions/Pizza/required/0",
      "56:9 required-fields-defined /definitions/Pizza/required/1",
  };
  EXPECT_EQ(found_in(path), expected);
}

TEST(SourceExamples, ThePathThatTheCodeServesUnderAnotherNameIsFound) {
  const std::string path = corpus("source-examples/swagger.yaml");
  if (is_absent(path)) GTEST_SKIP();
  const Ruleset plural = {{find_rule("rest-collections-are-plural"), Severity::kInfo}};
  EXPECT_EQ(found_in(path, plural),
            std::vector<std::string>{"37:4 rest-collections-are-plural /paths/~1pizza~1{id}"});
}

TEST(SourceExamples, TheAsyncApiFileIsValid) {
  const std::string path = corpus("source-examples/asyncapi.yaml");
  if (is_absent(path)) GTEST_SKIP();
  EXPECT_EQ(found_in(path), std::vector<std::string>());
}

}  // namespace
}  // namespace tizza::spec
