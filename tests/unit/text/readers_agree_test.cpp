// Two independent readers see the same tree in every file that both accept: libyaml and yaml-cpp in
// YAML, simdjson and libyaml in JSON.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>

#include "support/source_dir.hpp"
#include "support/yaml_cpp_reader.hpp"
#include "text/reader.hpp"

namespace tizza {
namespace {

namespace fs = std::filesystem;

struct Refusal {
  bool by_yaml_cpp = true;
  std::string reason;
};

/// What our reader refuses, and why. yaml-cpp accepts all else.
const std::map<std::string, Refusal> kRefused = {
    {"asyncapi-tck/asyncapi-2.0/Format/invalid-key.yaml", {true, "a plain key starts with `@`"}},
    {"asyncapi-tck/asyncapi-2.0/Format/invalid-json-schema-tag.yaml",
     {false, "an unknown tag: yaml-cpp passes them on"}},
};

std::vector<std::string> corpus_files(const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(testing::corpus_dir())) {
    const std::string ending = entry.path().extension();
    if (std::count(endings.begin(), endings.end(), ending) > 0) {
      files.push_back(entry.path().lexically_relative(testing::corpus_dir()));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_text(const std::string& file) {
  std::ifstream stream(testing::corpus_dir() + "/" + file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

SourcePtr source_of(const std::string& file, const std::string& text) {
  return std::make_shared<Source>(file, text);
}

/// Escapes that are halves of a character are JSON's alone (YAML 1.2.2, chapter 5.7).
bool has_surrogates(const std::string& text) {
  return std::regex_search(text, std::regex(R"(\\u[dD][89abAB])"));
}

class ReadersAgree : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(testing::corpus_dir())) GTEST_SKIP() << "no " << testing::corpus_dir();
  }
};

TEST_F(ReadersAgree, OnYaml) {
  const auto files = corpus_files({".yaml", ".yml"});
  size_t equal = 0;
  for (const std::string& file : files) {
    const std::string text = read_text(file);
    const auto ours = read_yaml(source_of(file, text));
    std::string problem;
    const auto theirs = testing::yaml_cpp_tree_text(text, problem);
    const auto refusal = kRefused.find(file);
    const bool is_refused = refusal != kRefused.end();
    EXPECT_EQ(ours.ok(), !is_refused) << file;
    EXPECT_EQ(theirs.has_value(), !is_refused || !refusal->second.by_yaml_cpp)
        << file << ": " << problem;
    if (!ours.ok() || !theirs) continue;
    EXPECT_EQ(testing::tree_text((*ours)->root()), *theirs) << file;
    ++equal;
  }
  std::printf("%zu YAML files, %zu with the same tree\n", files.size(), equal);
}

TEST_F(ReadersAgree, OnJson) {
  const auto files = corpus_files({".json"});
  size_t equal = 0;
  for (const std::string& file : files) {
    const std::string text = read_text(file);
    const auto json = read_json(source_of(file, text));
    const auto yaml = read_yaml(source_of(file, text));
    EXPECT_TRUE(json.ok()) << file << ": " << json.error().diagnostic.message;
    if (has_surrogates(text)) continue;
    EXPECT_TRUE(yaml.ok()) << file << ": " << yaml.error().diagnostic.message;
    if (!json.ok() || !yaml.ok()) continue;
    EXPECT_EQ(testing::tree_text((*json)->root()), testing::tree_text((*yaml)->root())) << file;
    ++equal;
  }
  std::printf("%zu JSON files, %zu with the same tree\n", files.size(), equal);
}

}  // namespace
}  // namespace tizza
