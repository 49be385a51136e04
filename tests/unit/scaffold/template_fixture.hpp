#pragma once
#include <gtest/gtest.h>

#include "scaffold/manifest.hpp"
#include "scaffold/rendering.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::scaffold {

/// A template in memory, written piece by piece.
class TemplateFixture : public ::testing::Test {
 protected:
  void manifest(const std::string& rest) {
    files_.add("t/tizza-template.yaml",
               "apiVersion: tizza/v1\nname: sample\nkind: service\nversion: 1.0.0\n" + rest);
  }
  void file(const std::string& path, const std::string& text, uint32_t mode = 0644) {
    files_.add("t/files/" + path, text, mode);
  }
  TemplateTree tree() {
    auto tree = read_folder(files_, "t");
    EXPECT_TRUE(tree.ok()) << (tree.ok() ? "" : tree.error().diagnostic.message);
    return tree.ok() ? *std::move(tree) : TemplateTree{};
  }
  Result<Project> render(const Value& context) {
    const TemplateTree found = tree();
    TIZZA_TRY(const Manifest read, read_manifest(found));
    return render_project(found, read, context);
  }
  /// `path=content` of every file.
  static std::vector<std::string> listing(const Project& project) {
    std::vector<std::string> lines;
    for (const auto& made : project) lines.push_back(made.path + "=" + made.bytes);
    return lines;
  }
  static Value value(std::initializer_list<Value::Member> members) {
    return Value(Value::Mapping(members));
  }

  testing::FakeFileSystem files_;
};

using Lines = std::vector<std::string>;

}  // namespace tizza::scaffold
