#include "spec/validate.hpp"

#include <gtest/gtest.h>

#include "report/report.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::spec {
namespace {

using testing::FakeFileSystem;

report::Report check(const FakeFileSystem& files, const std::vector<std::string>& paths,
                     const ValidateOptions& options = {}) {
  return validate(find_inputs(files, paths), std::nullopt, files, recommended_rules(), options);
}

std::string swagger(const std::string& body) {
  return "swagger: '2.0'\ninfo: {title: a, version: b}\n" + body;
}

std::string operation(const std::string& id, const std::string& schema) {
  return "{get: {operationId: " + id + ", responses: {200: {description: a, schema: " + schema +
         "}}}}\n";
}

TEST(Validate, DoesNotDependOnThreadsOrOrder) {
  FakeFileSystem files;
  std::vector<std::string> paths;
  for (int i = 0; i < 20; ++i) {
    const std::string name = "api" + std::to_string(i) + ".yaml";
    files.add(name, swagger("paths:\n  /a: " + operation("a", "{$ref: 'common.yaml#/A'}") +
                            "  /b: {$ref: 'common.yaml#/path'}\n"));
    paths.push_back(name);
  }
  files.add("common.yaml",
            "A: {type: objekt, properties: {b: {$ref: '#/B'}}}\n"
            "B: {typ: string}\n"
            "path: {gett: {}}\n");
  const std::string one = report::render_json(check(files, paths, {.threads = 1}));
  for (int run = 0; run < 5; ++run) {
    EXPECT_EQ(report::render_json(check(files, paths, {.threads = 8})), one);
  }
  const auto there = check(files, paths);
  EXPECT_EQ(there.findings.size(), 3u);
  std::reverse(paths.begin(), paths.end());
  const auto back = check(files, paths);
  ASSERT_EQ(back.findings.size(), there.findings.size());
  for (size_t i = 0; i < back.findings.size(); ++i) {
    EXPECT_EQ(back.findings[i].message, there.findings[i].message);
  }
}

TEST(Validate, CountsWhatItDoesNotKeepAndKeepsTheMostSevere) {
  FakeFileSystem files;
  std::string paths = "paths:\n";
  for (int i = 0; i < 500; ++i) {
    paths += "  /" + std::to_string(i) + ": {get: {responses: {200: {description: a}}}}\n";
  }
  files.add("a.yaml", swagger(paths + "  /z: {get: {operationId: z, responses: {}}}\n"));
  const auto report = check(files, {"a.yaml"}, {.most_findings = 10});
  EXPECT_EQ(report.findings.size(), 10u);
  const auto counts = report::count_by_severity(report);
  EXPECT_EQ(counts[0], 1u);
  EXPECT_EQ(counts[1], 501u);
  EXPECT_EQ(report.hidden[0], 0u) << "an error hides behind warnings";
  EXPECT_EQ(check(files, {"a.yaml"}, {.most_findings = 0}).findings.size(), 502u);
}

TEST(Validate, ReadsEachFileOnceHoweverOftenItIsNamed) {
  FakeFileSystem files;
  files.add("api/a.yaml", swagger("paths: {}\n"));
  EXPECT_EQ(check(files, {"api", "./api/a.yaml", "api/*.yaml"}).documents.size(), 1u);
}

TEST(Validate, FollowsReferencesIntoOtherDescriptions) {
  FakeFileSystem files;
  files.add("a.yaml",
            swagger("paths:\n  /a: " + operation("a", "{$ref: 'b.yaml#/definitions/B'}")));
  files.add("b.yaml", swagger("paths: {}\ndefinitions:\n  B: {$ref: 'a.yaml#/definitions/C'}\n"));
  const auto report = check(files, {"a.yaml"});
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].at.source->path(), "b.yaml");
  EXPECT_EQ(report.findings[0].pointer, "/definitions/B/$ref");
}

TEST(Validate, PointersNameWhatIsPointedAt) {
  FakeFileSystem files;
  files.add("a.yaml", swagger("paths:\n  /a/{b}:\n    get:\n      operationId: a\n"
                              "      parameters:\n      - {name: b, in: path, required: true}\n"
                              "      responses: {200: {description: a}}\n"));
  const auto report = check(files, {"a.yaml"});
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].pointer, "/paths/~1a~1{b}/get/parameters/0");
}

/// Work that would grow with the square of the input, or without end, if nothing bounded it.
TEST(Validate, HostileReferencesTakeBoundedWork) {
  FakeFileSystem files;
  // Each level refers ten times to the next: 10^40 paths through 40 schemas.
  std::string laughs =
      "paths:\n  /a: " + operation("a", "{$ref: '#/definitions/L0'}") + "definitions:\n";
  for (int level = 0; level < 40; ++level) {
    laughs += "  L" + std::to_string(level) + ": {properties: {";
    for (int i = 0; i < 10; ++i) {
      laughs += "p" + std::to_string(i) + ": {$ref: '#/definitions/L" +
                std::to_string((level + 1) % 40) + "'}, ";
    }
    laughs += "}}\n";
  }
  files.add("laughs.yaml", swagger(laughs));
  EXPECT_EQ(check(files, {"laughs.yaml"}).findings.size(), 0u);
  // Many paths share one item with many parameters.
  std::string shared = "paths:\n  /s: &s\n    get:\n      operationId: s\n      parameters:\n";
  for (int i = 0; i < 300; ++i) {
    shared += "      - {name: p" + std::to_string(i) + ", in: query, type: string}\n";
  }
  shared += "      responses: {200: {description: a}}\n";
  for (int i = 0; i < 3000; ++i) shared += "  /s" + std::to_string(i) + ": {$ref: '#/paths/~1s'}\n";
  files.add("shared.yaml", swagger(shared));
  EXPECT_TRUE(check(files, {"shared.yaml"}).errors.empty());
  // A chain of references, each to the next.
  std::string chain = "paths: {}\ndefinitions:\n";
  for (int i = 0; i < 2000; ++i) {
    chain +=
        "  C" + std::to_string(i) + ": {$ref: '#/definitions/C" + std::to_string(i + 1) + "'}\n";
  }
  files.add("chain.yaml", swagger(chain + "  C2000: {type: string}\n"));
  EXPECT_EQ(report::count_by_severity(check(files, {"chain.yaml"}))[0], 0u);
}

TEST(Validate, AHundredThousandFindingsAreCountedAndFewKept) {
  FakeFileSystem files;
  std::string json =
      "{\"swagger\":\"2.0\",\"info\":{\"title\":\"a\",\"version\":\"b\"},\"paths\":{";
  for (int i = 0; i < 50000; ++i) json += "\"p" + std::to_string(i) + "\":1,";
  files.add("a.json", json + "\"/z\":{}}}");
  const auto report = check(files, {"a.json"}, {.most_findings = 100});
  EXPECT_EQ(report.findings.size(), 100u);
  EXPECT_EQ(report::count_by_severity(report)[0], 100000u);
}

/// Files of which one is gone when it is to be read, although it was there a moment before.
class LosingFiles final : public FileReader {
 public:
  LosingFiles(const FakeFileSystem& files, std::string lost)
      : files_(files), lost_(std::move(lost)) {}

  Result<std::string> read_file(const std::string& path) const override {
    return path == lost_ ? files_.read_file("gone.yaml") : files_.read_file(path);
  }
  std::optional<FileInfo> info(const std::string& path, bool follow) const override {
    return files_.info(path, follow);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    return files_.list(path);
  }
  Result<std::string> real_path(const std::string& path) const override {
    return files_.real_path(path);
  }
  Result<std::string> read_link(const std::string& path) const override {
    return files_.read_link(path);
  }

 private:
  const FakeFileSystem& files_;
  std::string lost_;
};

TEST(Validate, TellsOfFilesThatDisappear) {
  FakeFileSystem files;
  files.add("api/a.yaml", swagger("paths:\n  /a: " + operation("a", "{$ref: 'b.yaml'}")));
  files.add("api/b.yaml", "type: object\n");
  const auto check_without = [&](const std::string& lost) {
    const LosingFiles losing(files, lost);
    return validate(find_inputs(losing, {"api/a.yaml"}), std::nullopt, losing, recommended_rules(),
                    {});
  };
  const auto named = check_without("api/a.yaml");
  ASSERT_EQ(named.errors.size(), 1u);
  EXPECT_EQ(named.errors[0].rule, "file");
  const auto referenced = check_without("api/b.yaml");
  EXPECT_TRUE(referenced.errors.empty());
  ASSERT_EQ(referenced.findings.size(), 1u);
  EXPECT_EQ(referenced.findings[0].rule, "invalid-ref");
}

}  // namespace
}  // namespace tizza::spec
