// The JSON-Schema-Test-Suite: every required case of five drafts, less those named below.
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

/// Groups that are not passed yet, as `file: description`, in every draft that has them.
const std::map<std::string, std::string> kNotSupported = {
    {"ref: remote ref, containing refs itself", "tizza carries no metaschemas"},
    {"defs: validate definition against metaschema", "tizza carries no metaschemas"},
    {"definitions: validate definition against metaschema", "tizza carries no metaschemas"},
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
};

/// Each schema of a file as a document of its own, so that `#` is its root.
Result<Schema> compile(Node schema, Dialect dialect) {
  TIZZA_TRY(const DocumentPtr document,
            read_json(std::make_shared<Source>("schema.json", std::string(schema.raw()))));
  return Schema::compile(document, {.dialect = dialect, .loader = load_remote});
}

void run_group(const std::string& file, Node group, Dialect dialect, Tally& tally) {
  const std::string name = file + ": " + std::string(group["description"].text());
  const auto schema = compile(group["schema"], dialect);
  std::vector<std::string> failed;
  for (const Node test : group["tests"].items()) {
    const bool expected = *test["valid"].as_bool();
    Findings findings;
    const bool is_right = schema.ok() && schema->accepts(test["data"]) == expected &&
                          schema->validate(test["data"], findings) == expected &&
                          findings.empty() == expected;
    if (is_right) {
      ++tally.passed;
    } else {
      failed.push_back(name + " / " + std::string(test["description"].text()) +
                       (schema.ok() ? "" : " / " + schema.error().diagnostic.message));
    }
  }
  if (kNotSupported.count(name) > 0) {
    tally.skipped.insert(name);
    EXPECT_FALSE(failed.empty()) << name << " is passed now: take it off the list";
  } else {
    tally.failed.insert(tally.failed.end(), failed.begin(), failed.end());
  }
}

class JsonSchemaSuite : public ::testing::TestWithParam<Draft> {};

TEST_P(JsonSchemaSuite, AgreesOnEveryRequiredCase) {
  const fs::path root = fs::path(testing::corpus_dir()) / "json-schema-test-suite/tests";
  if (!fs::exists(root)) GTEST_SKIP() << "no JSON-Schema-Test-Suite at hand";
  Tally tally;
  for (const auto& entry : fs::directory_iterator(root / GetParam().folder)) {
    if (entry.path().extension() != ".json") continue;
    const auto document = parse(entry.path());
    ASSERT_TRUE(document.ok()) << document.error().diagnostic.message;
    for (const Node group : (*document)->root().items()) {
      run_group(entry.path().stem().string(), group, GetParam().dialect, tally);
    }
  }
  std::printf("%s: %zu cases passed, %zu groups not supported yet\n", GetParam().folder,
              tally.passed, tally.skipped.size());
  for (const std::string& name : tally.skipped) {
    std::printf("  %s (%s)\n", name.c_str(), kNotSupported.at(name).c_str());
  }
  for (const std::string& name : tally.failed) ADD_FAILURE() << name;
}

INSTANTIATE_TEST_SUITE_P(Drafts, JsonSchemaSuite, ::testing::ValuesIn(kDrafts),
                         [](const auto& draft) {
                           return replace_all(replace_all(draft.param.folder, "-", ""), ".", "");
                         });

}  // namespace
}  // namespace tizza::schema
