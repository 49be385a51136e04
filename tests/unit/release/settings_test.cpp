#include "release/settings.hpp"

#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::release {
namespace {

/// Settings as they stand in a file; the document lives as long as this.
class SettingsTest : public ::testing::Test {
 protected:
  Result<Settings> read(const std::string& text) {
    document_ = *read_yaml(std::make_shared<const Source>("../tizza.yaml", text));
    const Node root = document_->root();
    return read_settings(
        {root["branches"], root["tag-template"], root["version-file"], root["version-files"],
         root["versioning"], root["calver"], root["commit-types"], root["changelog"],
         root["changelog-file"], root["fragments"], root["changelog-template"], root["packages"]},
        "clients");
  }
  std::string fault(const std::string& text) {
    const auto settings = read(text);
    if (settings.ok()) return "";
    const auto& about = settings.error().diagnostic;
    return about.message + (about.at ? " " + std::to_string(about.at.begin().line) : "");
  }

  DocumentPtr document_;
};

TEST_F(SettingsTest, KnowOnePackageWhereNothingIsSaid) {
  const auto settings = read("");
  ASSERT_EQ(settings->packages.size(), 1u);
  EXPECT_EQ(settings->packages[0].directory, "clients");
  EXPECT_EQ(settings->packages[0].tags.tag("1.0"), "1.0");
  EXPECT_EQ(settings->packages[0].shown(), "clients");
  EXPECT_EQ(settings->changelog, ChangelogMode::kNone);
  EXPECT_EQ(settings->changelog_file, "CHANGELOG.md");
}

TEST_F(SettingsTest, ReadPackages) {
  const auto settings = read(
      "version-files: [a.py]\nbranches: [main, 'fix/*']\ncommit-types: {Docs: patch}\n"
      "packages:\n  auth:\n    path: libs/auth\n    version-file: setup.py\n"
      "  likes:\n    path: libs/likes\n    tag-template: '{name}/{version}'\n"
      "    version-files: [{file: Dockerfile, name: version}]\n    versioning: calver\n"
      "    calver: YYYY.MICRO\n");
  ASSERT_TRUE(settings.ok()) << settings.error().diagnostic.message;
  const Package& auth = settings->packages[0];
  const Package& likes = settings->packages[1];
  EXPECT_EQ(auth.directory, "../libs/auth");
  EXPECT_EQ(auth.version_file, "setup.py");
  EXPECT_EQ(auth.version_files[0].file, "a.py");
  EXPECT_EQ(auth.tags.tag("1"), "auth-1");
  EXPECT_EQ(likes.tags.tag("1"), "likes/1");
  EXPECT_EQ(likes.version_files[0].name, "version");
  EXPECT_EQ(likes.versioning, Versioning::kCalVer);
  EXPECT_EQ(likes.calver.source->slice(likes.calver.span), "YYYY.MICRO");
  EXPECT_EQ(settings->branches, (std::vector<std::string>{"main", "fix/*"}));
  EXPECT_EQ(settings->commit_types.at("docs"), Level::kPatch);
}

TEST_F(SettingsTest, FindPackagesByNameAndFolder) {
  const auto settings = read("packages: {auth: {path: a}, likes: {path: b}}");
  EXPECT_EQ((*find_package(*settings, "likes"))->name, "likes");
  EXPECT_EQ((*find_package(*settings, "../a/"))->name, "auth");
  const auto absent = find_package(*settings, "like");
  EXPECT_EQ(absent.error().diagnostic.message, "there is no package `like`");
  EXPECT_EQ(absent.error().diagnostic.help, "`likes` is close");
  EXPECT_FALSE(find_package(*settings, "").ok());
  EXPECT_TRUE(find_package(*read(""), "clients").ok());
}

TEST_F(SettingsTest, TagOneNamedPackageWithoutItsName) {
  EXPECT_EQ(read("packages: {auth: {path: a}}")->packages[0].tags.tag("1.0"), "1.0");
}

TEST_F(SettingsTest, StayInsideOfTheProject) {
  EXPECT_EQ(fault("packages: {a: {path: ../x}}"), "`../x` is outside of the project 1");
  EXPECT_EQ(fault("packages: {a: {path: /etc}}"), "`/etc` is outside of the project 1");
  EXPECT_EQ(fault("version-file: a/../../b"), "`a/../../b` is outside of the package 1");
  EXPECT_EQ(fault("\nversion-files: [{file: /b}]"), "`/b` is outside of the package 2");
  EXPECT_EQ(fault("changelog-file: ../b"), "`../b` is outside of the package 1");
}

TEST_F(SettingsTest, KeepPackagesApart) {
  EXPECT_EQ(fault("tag-template: '{version}'\npackages:\n  a: {path: a}\n  b: {path: b}"),
            "the packages `a` and `b` would have the same tags 4");
  EXPECT_EQ(fault("packages:\n  a: {path: x}\n  b: {path: ./x}"),
            "the packages `a` and `b` are in one folder 3");
}

TEST_F(SettingsTest, NeedAPatternForCalendarVersions) {
  EXPECT_EQ(fault("versioning: calver"), "`calver` needs a pattern 1");
}

}  // namespace
}  // namespace tizza::release
