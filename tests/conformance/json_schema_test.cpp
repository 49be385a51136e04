// The JSON-Schema-Test-Suite: every required case of five drafts, and the optional ones less those
// named below.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "schema/schema.hpp"
#include "support/source_dir.hpp"
#include "text/reader.hpp"

namespace tizza::schema {
namespace {

namespace fs = std::filesystem;

struct Draft {
  const char* folder;
  Dialect dialect;
};

constexpr Draft kDrafts[] = {{"draft4", Dialect::kDraft4},
                             {"draft6", Dialect::kDraft6},
                             {"draft7", Dialect::kDraft7},
                             {"draft2019-09", Dialect::kDraft201909},
                             {"draft2020-12", Dialect::kDraft202012}};

/// Optional groups and cases that are not met, as `file: group` or `file: group / case`, in every
/// draft that has them, and why.
constexpr const char* kNoIdnaTables = "tizza carries no tables of IDNA";
constexpr const char* kOnlyRemarks = "what `content…` says of a text is a remark";
const std::map<std::string, std::string> kNotMet = {
    {"format/hostname: validation of A-label (punycode) host names", kNoIdnaTables},
    {"format/idn-hostname: validation of internationalized host names", kNoIdnaTables},
    {"format/idn-hostname: validation of separators in internationalized host names",
     kNoIdnaTables},
    {"optional/content: validation of string-encoded content based on media type", kOnlyRemarks},
    {"optional/content: validation of binary string-encoding", kOnlyRemarks},
    {"optional/content: validation of binary-encoded media type documents", kOnlyRemarks},
    {"format/ecmascript-regex: ECMA 262 lookbehind is valid, including variable width",
     "PCRE2 knows no lookbehind of variable width"},
};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

Result<DocumentPtr> parse(const fs::path& path) {
  return read_json(std::make_shared<Source>(path.filename().string(), read(path)));
}

/// By convention of the suite its remotes/ folder is served there.
Result<DocumentPtr> load_remote(const std::string& uri) {
  constexpr std::string_view kHost = "http://localhost:1234/";
  if (!std::string_view(uri).starts_with(kHost))
    return failure("file", "`" + uri + "` is not here");
  const fs::path path =
      fs::path(testing::corpus_dir()) / "json-schema-test-suite/remotes" / uri.substr(kHost.size());
  if (!fs::exists(path)) return failure("file", "`" + uri + "` is absent");
  return parse(path);
}

struct Tally {
  size_t passed = 0;
  std::set<std::string> skipped;
  std::vector<std::string> failed;

  void add(const std::string& group, const std::string& name, bool is_right) {
    for (const std::string& key : {group, name}) {
      if (kNotMet.count(key) == 0) continue;
      if (!is_right) skipped.insert(key);
      return;
    }
    is_right ? void(++passed) : failed.push_back(name);
  }
};

/// Each schema of a file as a document of its own, so that `#` is its root.
Result<Schema> compile(Node schema, Dialect dialect, bool assert_formats) {
  TIZZA_TRY(const DocumentPtr document,
            read_json(std::make_shared<Source>("schema.json", std::string(schema.raw()))));
  return Schema::compile(
      document, {.dialect = dialect, .loader = load_remote, .assert_formats = assert_formats});
}

void run_group(const std::string& file, Node group, const Result<Schema>& schema, Tally& tally) {
  const std::string name = file + ": " + std::string(group["description"].text());
  for (const Node test : group["tests"].items()) {
    const bool expected = *test["valid"].as_bool();
    Findings findings;
    const bool is_right = schema.ok() && schema->accepts(test["data"]) == expected &&
                          schema->validate(test["data"], findings) == expected &&
                          findings.empty() == expected;
    tally.add(name, name + " / " + std::string(test["description"].text()), is_right);
  }
}

/// `type`, `optional/content`, `format/uri`.
std::string name_of(const fs::path& file) {
  const std::string folder = file.parent_path().filename().string();
  const std::string name = file.stem().string();
  return folder.starts_with("draft") ? name : folder + "/" + name;
}

void run_folder(const fs::path& folder, Dialect dialect, bool assert_formats, Tally& tally) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    const auto document = parse(entry.path());
    ASSERT_TRUE(document.ok()) << document.error().diagnostic.message;
    for (const Node group : (*document)->root().items()) {
      const auto schema = compile(group["schema"], dialect, assert_formats);
      run_group(name_of(entry.path()), group, schema, tally);
    }
  }
}

class JsonSchemaSuite : public ::testing::TestWithParam<Draft> {
 protected:
  void SetUp() override {
    if (!fs::exists(root())) GTEST_SKIP() << "no JSON-Schema-Test-Suite at hand";
  }

  static fs::path root() {
    return fs::path(testing::corpus_dir()) / "json-schema-test-suite/tests";
  }
  static fs::path folder() { return root() / GetParam().folder; }

  static void tell(const char* what, const Tally& tally) {
    std::printf("%s: %zu %s cases met, %zu not\n", GetParam().folder, tally.passed, what,
                tally.skipped.size());
    for (const std::string& name : tally.skipped) {
      std::printf("  %s (%s)\n", name.c_str(), kNotMet.at(name).c_str());
    }
    for (const std::string& name : tally.failed) ADD_FAILURE() << name;
  }
};

TEST_P(JsonSchemaSuite, MeetsEveryRequiredCase) {
  Tally tally;
  run_folder(folder(), GetParam().dialect, false, tally);
  EXPECT_TRUE(tally.skipped.empty());
  tell("required", tally);
}

TEST_P(JsonSchemaSuite, MeetsTheOptionalCases) {
  Tally tally;
  run_folder(folder() / "optional", GetParam().dialect, false, tally);
  tell("optional", tally);
}

TEST_P(JsonSchemaSuite, AssertsFormats) {
  Tally tally;
  run_folder(folder() / "optional" / "format", GetParam().dialect, true, tally);
  tell("format", tally);
}

INSTANTIATE_TEST_SUITE_P(Drafts, JsonSchemaSuite, ::testing::ValuesIn(kDrafts),
                         [](const auto& draft) {
                           return replace_all(replace_all(draft.param.folder, "-", ""), ".", "");
                         });

}  // namespace
}  // namespace tizza::schema
