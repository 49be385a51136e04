#include "spec/ignores.hpp"

#include <gtest/gtest.h>

#include "report/report.hpp"
#include "spec/validate.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::spec {
namespace {

using testing::FakeFileSystem;

const std::string kHead = "swagger: '2.0'\ninfo: {title: a, version: b}\n";

/// `line rule` of each finding.
std::vector<std::string> findings(const FakeFileSystem& files,
                                  const std::vector<std::string>& paths = {"api.yaml"}) {
  std::vector<std::string> found;
  const auto report = validate(find_inputs(files, paths), std::nullopt, files, recommended_rules());
  for (const Diagnostic& finding : report.findings) {
    found.push_back(path_of(finding) + ":" + std::to_string(finding.at.begin().line) + " " +
                    finding.rule);
  }
  return found;
}

std::vector<std::string> findings(const std::string& body) {
  FakeFileSystem files;
  files.add("api.yaml", kHead + body);
  return findings(files);
}

using Lines = std::vector<std::string>;

TEST(Ignores, CoverTheObjectThatAFindingPointsAtByItsKey) {
  EXPECT_EQ(findings("paths:\n  /a:\n    get:\n      x-tizza-ignore: [operation-operationId]\n"
                     "      responses: {200: {description: a}}\n"),
            Lines());
}

TEST(Ignores, CoverWhatLiesBelowAndNothingBeside) {
  const std::string get = "{get: {responses: {200: {description: a}}}}\n";
  EXPECT_EQ(findings("paths:\n  /a: " + get +
                     "  /b:\n    x-tizza-ignore: operation-operationId\n"
                     "    get: {responses: {200: {description: a}}}\n"),
            Lines({"api.yaml:4 operation-operationId"}));
}

TEST(Ignores, TakeTheGrammarsFindingsToo) {
  EXPECT_EQ(findings("paths: {}\nx-tizza-ignore: [oas2-schema]\nfoo: 1\n"), Lines());
}

TEST(Ignores, OfSharedFilesAreOfUseWhereOneDescriptionNeedsThem) {
  FakeFileSystem files;
  files.add("a.yaml", kHead + "paths:\n  /a: {$ref: 'common.yaml#/item'}\n");
  files.add("b.yaml", kHead + "paths:\n  /b/{id}: {$ref: 'common.yaml#/item'}\n");
  files.add("common.yaml",
            "item:\n  x-tizza-ignore: [operation-operationId]\n"
            "  get: {operationId: a, responses: {200: {description: a}}}\n");
  EXPECT_EQ(findings(files, {"a.yaml"}), Lines({"common.yaml:2 unused-ignore"}));
}

TEST(Ignores, ThatAreNoListOfNamesAreSaid) {
  EXPECT_EQ(findings("paths: {}\nx-tizza-ignore: {a: b}\n"), Lines({"api.yaml:4 unknown-ignore"}));
  EXPECT_EQ(findings("paths: {}\nx-tizza-ignore: [1, path-parms]\n"),
            Lines({"api.yaml:4 unknown-ignore", "api.yaml:4 unknown-ignore"}));
}

}  // namespace
}  // namespace tizza::spec
