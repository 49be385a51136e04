#include "release/package_version.hpp"

#include <gtest/gtest.h>

#include "release/format_table.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::release {
namespace {

using testing::FakeFileSystem;

/// `PATH:VERSION`, or the message of the error.
std::string version(const FakeFileSystem& files, const std::string& only = {}) {
  const auto read = read_package_version(files, ".", only);
  return read.ok() ? read->path + ":" + read->found.text : read.error().diagnostic.message;
}

std::string version_in(const std::string& name, const std::string& text) {
  FakeFileSystem files;
  files.add(name, text);
  return version(files);
}

TEST(PackageVersion, ReadsEveryFormat) {
  EXPECT_EQ(version_in("setup.py", "VERSION = '1.0'"), "setup.py:1.0");
  EXPECT_EQ(version_in("pyproject.toml", "[project]\nversion = '1.0'"), "pyproject.toml:1.0");
  EXPECT_EQ(version_in("pyproject.toml", "[tool.poetry]\nversion = '1.0'"), "pyproject.toml:1.0");
  EXPECT_EQ(version_in("package.json", R"({"version": "1.0.0"})"), "package.json:1.0.0");
  EXPECT_EQ(version_in("Cargo.toml", "[package]\nversion = \"1.0.0\""), "Cargo.toml:1.0.0");
  EXPECT_EQ(version_in("Cargo.toml", "[workspace.package]\nversion = \"1.0.0\""),
            "Cargo.toml:1.0.0");
  EXPECT_EQ(version_in("VERSION", " 1.0.0\r\n"), "VERSION:1.0.0");
}

TEST(PackageVersion, LeavesPinsWithTheSameNumberAlone) {
  FakeFileSystem files;
  files.add("pyproject.toml",
            "[build-system]\nrequires = ['setuptools==1.0']\n[project]\ndependencies = "
            "['x==1.0']\nversion = '1.0' # 1.0\n");
  const auto read = read_package_version(files, ".");
  ASSERT_TRUE(read.ok());
  const Location at = read->found.at;
  EXPECT_EQ(at.begin(), (Position{5, 12}));
  EXPECT_EQ(at.source->slice(at.span), "1.0");
}

TEST(PackageVersion, SaysWhyAFileStatesNone) {
  EXPECT_EQ(version_in("pyproject.toml", "[project]\ndynamic = ['readme', 'version']"),
            "`pyproject.toml` leaves the version to the build");
  EXPECT_EQ(version_in("pyproject.toml", "[tool.black]\nline-length = 100"),
            "`pyproject.toml` states no version");
  EXPECT_EQ(version_in("pyproject.toml", "[project]\nversion = 1.0"),
            "the version in `pyproject.toml` is no plain string");
  EXPECT_EQ(version_in("pyproject.toml", "[project]\nversion = \"1\\u002e0\""),
            "the version in `pyproject.toml` is no plain string");
  EXPECT_EQ(version_in("package.json", R"({"dependencies": {"version": "1.0.0"}})"),
            "`package.json` states no version");
  EXPECT_EQ(version_in("package.json", R"(["1.0.0"])"), "`package.json` states no version");
  EXPECT_EQ(version_in("Cargo.toml", "[package]\nversion.workspace = true"),
            "`Cargo.toml` inherits its version");
  EXPECT_EQ(version_in("VERSION", "\n"), "`VERSION` holds no single line");
  EXPECT_EQ(version_in("VERSION", "1.0\n2.0\n"), "`VERSION` holds no single line");
  EXPECT_EQ(version_in("README.md", "1.0"), "no file in `.` states a version");
}

TEST(PackageVersion, AsksTheNextFileWhereOneLeavesItOpen) {
  FakeFileSystem files;
  files.add("pyproject.toml", "[build-system]\nrequires = []");
  files.add("setup.py", "VERSION = '1.0'");
  EXPECT_EQ(version(files), "setup.py:1.0");
  EXPECT_EQ(version(files, "pyproject.toml"), "`pyproject.toml` states no version");
}

TEST(PackageVersion, WantsFilesToAgree) {
  FakeFileSystem files;
  files.add("package.json", R"({"version": "2.0.0"})");
  files.add("setup.py", "VERSION = '1.0'");
  EXPECT_EQ(version(files), "`package.json` states version `2.0.0`, but `setup.py` states `1.0`");
  EXPECT_EQ(version(files, "package.json"), "package.json:2.0.0");
  files.add("package.json", R"({"version": "1.0"})");
  EXPECT_EQ(version(files), "setup.py:1.0");
}

TEST(PackageVersion, PassesUnreadableFilesOn) {
  FakeFileSystem files;
  files.add_directory("setup.py");
  EXPECT_EQ(version(files), "cannot read `setup.py`: is a folder");
  EXPECT_EQ(version(files, "package.json"), "cannot read `package.json`: no such file");
  files.add("setup.py", "VERSION = '\xff'");
  EXPECT_EQ(read_package_version(files, ".").error().diagnostic.rule, "encoding");
}

std::string checked(const std::string& name, const std::string& text) {
  FakeFileSystem files;
  files.add(name, text);
  const auto read = read_package_version(files, ".");
  EXPECT_TRUE(read.ok());
  const auto result = check_version(*read);
  if (result.ok()) return *result;
  EXPECT_EQ(result.error().verdict, Verdict::kNegative);
  const Position at = result.error().diagnostic.at.begin();
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
         result.error().diagnostic.message;
}

TEST(CheckVersion, UsesTheGrammarOfTheFormatAndPointsIntoTheFile) {
  EXPECT_EQ(checked("setup.py", "VERSION = '1.0-RC1'"), "1.0rc1");
  EXPECT_EQ(checked("VERSION", "1.0.0-rc.1"), "1.0.0-rc.1");
  EXPECT_EQ(checked("VERSION", "1.0.post1"), "1.0.post1");
  EXPECT_EQ(checked("setup.py", "#\nVERSION = '1.0-x'"),
            "2:15 Python version `1.0-x` has `-` where it cannot stand");
  EXPECT_EQ(checked("setup.py", "VERSION = 'v1.0'"),
            "1:12 version `v1.0` starts with `v`, which no tag has");
  EXPECT_EQ(checked("setup.py", "VERSION = ' 1.0'"),
            "1:12 version ` 1.0` has blanks at its ends, which no tag has");
  EXPECT_EQ(checked("package.json", R"({"version": "1.0"})"),
            "1:17 SemVer version `1.0` has no patch number");
}

TEST(FormatTable, HasOneRowAFile) {
  for (const VersionFormat* format : version_formats()) {
    EXPECT_EQ(find_format(format->file), format);
    EXPECT_NE(format->find, nullptr);
  }
  EXPECT_EQ(find_format("README.md"), nullptr);
}

}  // namespace
}  // namespace tizza::release
