#include "release/version_edits.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <random>

#include "release/format_table.hpp"
#include "release/formats/named.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::release {
namespace {

using testing::FakeFileSystem;

/// A file of each kind that states `1.4.0`, with the same number in other places: pins of
/// dependencies, comments, examples. `@` marks the characters that may change.
struct Sample {
  std::string file;
  std::string text;
  std::string name = {};  ///< Of the constant or label.
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> kSamples = {
      {"setup.py",
       "# 1.4.0\r\nVERSION = '@1.4.0@'\r\nsetup(version=VERSION, install_requires=['x==1.4.0'])\n"},
      {"setup.cfg",
       "[metadata]\n# version = 1.4.0\nname = x\nversion =  @1.4.0@ \n[options]\n"
       "install_requires =\n  version==1.4.0\n  x == 1.4.0\n[bumpversion]\nversion = 1.4.0\n"},
      {"pyproject.toml",
       "[project]\ndependencies = ['x==1.4.0']\nversion = \"@1.4.0@\" # 1.4.0\n"
       "[tool.x]\nversion = '1.4.0'\n"},
      {"package.json",
       "{\n\t\"dependencies\": {\"version\": \"1.4.0\", \"x\": \"1.4.0\"},\n"
       "\t\"version\" : \"@1.4.0@\"}\n"},
      {"Cargo.toml",
       "[dependencies]\nx = \"1.4.0\"\nversion = \"1.4.0\"\n[package]\nname = 'a'\n"
       "version = '@1.4.0@'\nrust-version = \"1.4.0\"\n"},
      {"CMakeLists.txt",
       "cmake_minimum_required(VERSION 1.4.0)\n# project(x VERSION 1.4.0)\n#[[project(x VERSION "
       "1.4.0)]]\nProject(VERSION # 1.4.0 )\n  VERSION \"@1.4.0@\" LANGUAGES CXX)\n"
       "find_package(x 1.4.0)\nset(VERSION [=[1.4.0]=])\n"},
      {"Chart.yaml",
       "apiVersion: v2\nappVersion: 1.4.0\nversion: @1.4.0@ # 1.4.0\ndependencies:\n"
       "  - {name: x, version: 1.4.0}\n"},
      {"pom.xml",
       "<?xml version=\"1.0\"?>\n<!-- <version>1.4.0</version> -->\n<project>\n <parent><version>"
       "1.4.0</version></parent>\n <version> @1.4.0@\n </version>\n <dependencies><dependency>"
       "<version>1.4.0</version></dependency></dependencies>\n</project>\n"},
      {"VERSION", "@1.4.0@\r\n"},
      {"tizza/__init__.py", "import x  # 1.4.0\n__version__ = '@1.4.0@'\npin = 'x==1.4.0'\n"},
      {"tizza/settings.py", "MINIMUM = '1.4.0'\nAPP_VERSION = \"@1.4.0@\"\n", "APP_VERSION"},
      {"Dockerfile",
       "ARG version=1.4.0\nFROM x:1.4.0\n# LABEL version=1.4.0\nRUN LABEL version=1.4.0\nLABEL "
       "owner=culinary \\\n  # version=1.4.0\n  base=\"1.4.0\" version=\"@1.4.0@\" "
       "note='v=1.4.0'\n"},
      {"Dockerfile.worker",
       "FROM x:1.4.0\nLABEL org.opencontainers.image.version @1.4.0@\nLABEL version=1.4.0\n"},
      {"api/swagger.yaml",
       "swagger: \"2.0\"\ninfo: {title: 1.4.0, version: \"@1.4.0@\"}\nx-pin: {version: 1.4.0}\n"},
      {"api/openapi.json",
       "{\"openapi\":\"3.1.0\",\"x\":{\"version\":\"1.4.0\"},\"info\":{\"version\":\"@1.4.0@\"}}"},
      {"api/asyncapi.yml", "asyncapi: 2.6.0\ninfo:\n  version: '@1.4.0@'\nid: 'urn:1.4.0'\n"},
  };
  return kSamples;
}

std::string without_marks(std::string text, const std::string& version) {
  const size_t begin = text.find('@'), end = text.find('@', begin + 1);
  return text.substr(0, begin) + version + text.substr(end + 1);
}

bool is_own_kind(const Sample& sample) {
  return find_format(sample.file) != nullptr && sample.name.empty();
}

/// The package whose version stands in the sample.
Package package_of(const Sample& sample) {
  Package package;
  package.directory = ".";
  if (is_own_kind(sample)) {
    package.version_file = sample.file;
  } else {
    package.version_file = "VERSION";
    package.version_files = {{sample.file, sample.name, {}}};
  }
  return package;
}

class VersionEdits : public ::testing::TestWithParam<Sample> {
 protected:
  /// The sample after its version was made `version`.
  std::string changed(const std::string& version) {
    FakeFileSystem files;
    files.add("VERSION", "1.4.0");
    files.add(GetParam().file, without_marks(GetParam().text, "1.4.0"));
    const auto places = read_version_places(files, package_of(GetParam()));
    EXPECT_TRUE(places.ok()) << places.error().diagnostic.message;
    if (!places.ok()) return {};
    const auto numbering = Numbering::pep440();
    const auto changes = change_version(*places, numbering, *numbering.read(version));
    EXPECT_TRUE(changes.ok()) << changes.error().diagnostic.message;
    EXPECT_TRUE(write_together(files, *changes).ok());
    return *files.read_file(GetParam().file);
  }
};

TEST_P(VersionEdits, ChangeTheVersionAndNothingElse) {
  EXPECT_EQ(changed("1.5.0"), without_marks(GetParam().text, "1.5.0"));
}

TEST_P(VersionEdits, KeepEveryOtherByteForAnyVersion) {
  std::mt19937 random(20260302);
  for (int round = 0; round < 20; ++round) {
    const auto part = [&] { return std::to_string(random() % 1000); };
    const std::string version = part() + "." + part() + "." + part();
    EXPECT_EQ(changed(version), without_marks(GetParam().text, version)) << version;
  }
}

TEST_P(VersionEdits, ChangeNothingForTheSameVersion) {
  EXPECT_EQ(changed("1.4.0"), without_marks(GetParam().text, "1.4.0"));
}

INSTANTIATE_TEST_SUITE_P(Formats, VersionEdits, ::testing::ValuesIn(samples()),
                         [](const auto& sample) {
                           std::string name = sample.param.file;
                           std::erase_if(name, [](char c) { return std::isalnum(c) == 0; });
                           return name;
                         });

TEST(VersionFormats, HaveASampleEach) {
  for (const VersionFormat* format : version_formats()) {
    const auto& all = samples();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Sample& sample) {
      return sample.file == format->file;
    })) << format->file;
  }
}

/// What is wrong with the version of a package whose files these are.
std::string fault(const std::map<std::string, std::string>& texts, Package package = {}) {
  FakeFileSystem files;
  for (const auto& [name, text] : texts) files.add(name, text);
  package.directory = ".";
  const auto places = read_version_places(files, package);
  return places.ok() ? "" : places.error().diagnostic.message;
}

Package naming(const std::string& file, const std::string& name = "") {
  Package package;
  package.version_files = {{file, name, {}}};
  return package;
}

TEST(VersionPlaces, LeaveTheVersionToAnotherFile) {
  EXPECT_EQ(fault({{"setup.cfg", "[metadata]\nversion = attr: x.__version__\n"}}),
            "`setup.cfg` leaves the version to `x.__version__`");
  EXPECT_EQ(fault({{"setup.cfg", "[options]\nversion = 1.0\n"}}), "`setup.cfg` states no version");
  EXPECT_EQ(fault({{"pom.xml", "<project><parent><version>1</version></parent></project>"}}),
            "`pom.xml` takes the version of its parent");
  EXPECT_EQ(fault({{"pom.xml", "<project><version>${revision}</version></project>"}}),
            "the version in `pom.xml` is no plain text");
  EXPECT_EQ(fault({{"CMakeLists.txt", "project(x VERSION ${V})"}}),
            "`CMakeLists.txt` computes its version");
  EXPECT_EQ(fault({{"CMakeLists.txt", "project(VERSION 1.0)"}}),
            "`CMakeLists.txt` states no version");
  EXPECT_EQ(fault({{"Chart.yaml", "version: 1.4\n"}}),
            "the version in `Chart.yaml` is no plain string");
}

TEST(VersionPlaces, RefuseTwoVersionsAndBrokenFiles) {
  EXPECT_EQ(fault({{"setup.cfg", "[metadata]\nversion = 1\nVersion: 2\n"}}),
            "`setup.cfg` states the version twice");
  EXPECT_EQ(fault({{"CMakeLists.txt", "project(x VERSION 1.0)\nproject(y VERSION 1.1)"}}),
            "`CMakeLists.txt` states the version twice");
  EXPECT_EQ(fault({{"CMakeLists.txt", "project(x VERSION 1.0"}}), "the parenthesis is not closed");
  EXPECT_EQ(fault({{"CMakeLists.txt", "project(x \"VERSION 1.0)"}}), "the quote is not closed");
  EXPECT_EQ(fault({{"CMakeLists.txt", "#[[ x"}}), "the bracket is not closed");
  EXPECT_EQ(fault({{"CMakeLists.txt", "x y"}}), "a command is expected");
  EXPECT_EQ(fault({{"pom.xml", "<project><version>1</project>"}}), "mismatched tag");
  EXPECT_EQ(fault({{"VERSION", "1.0"}, {"Dockerfile", "LABEL version=1.1"}}, naming("Dockerfile")),
            "`Dockerfile` states version `1.1`, but `VERSION` states `1.0`");
  EXPECT_EQ(fault({{"VERSION", "1.0"}, {"Dockerfile", "LABEL version=1.0 version=1.0"}},
                  naming("Dockerfile")),
            "`Dockerfile` sets the label twice");
}

TEST(VersionPlaces, RefuseNamedFilesWithoutAVersion) {
  EXPECT_EQ(fault({{"VERSION", "1.0"}}, naming("a.py")), "cannot read `a.py`: no such file");
  EXPECT_EQ(fault({{"VERSION", "1.0"}, {"a.txt", "1.0"}}, naming("a.txt")),
            "no version can be found in a file like `a.txt`");
  EXPECT_EQ(fault({{"VERSION", "1.0"}, {"a.py", "X = 1"}}, naming("a.py", "Y")),
            "`a.py` does not set `Y`");
  EXPECT_EQ(fault({{"VERSION", "1.0"}, {"a.yaml", "info: {version: '1.0'}"}}, naming("a.yaml")),
            "`a.yaml` is no API description");
  EXPECT_EQ(fault({{"VERSION", "1.0"}, {"Dockerfile", "LABEL version=$V"}}, naming("Dockerfile")),
            "the label in `Dockerfile` is no plain text");
  EXPECT_EQ(fault({{"VERSION", "1.0"}, {"Dockerfile", "FROM x:1.0"}}, naming("Dockerfile")),
            "`Dockerfile` has no label `org.opencontainers.image.version`");
}

TEST(VersionPlaces, TakeLockFilesAlong) {
  FakeFileSystem files;
  files.add("package.json", R"({"name": "a", "version": "1.4.0"})");
  files.add(
      "package-lock.json",
      R"({"version": "1.4.0", "packages": {"": {"version": "1.4.0"}, "x": {"version": "1.4.0"}}})");
  files.add("Cargo.toml", "[package]\nname = \"a\"\nversion = \"1.4.0\"\n");
  files.add("Cargo.lock",
            "[[package]]\nname = \"b\"\nversion = \"1.4.0\"\n[[package]]\nname = \"a\"\nversion = "
            "\"1.4.0\"\n[[package]]\nname = \"a\"\nversion = \"1.4.0\"\nsource = \"registry\"\n");
  const auto numbering = Numbering::semver();
  const auto places = read_version_places(files, [] {
    Package package;
    package.directory = ".";
    return package;
  }());
  ASSERT_TRUE(places.ok()) << places.error().diagnostic.message;
  const auto changes = change_version(*places, numbering, *numbering.read("2.0.0-rc.1"));
  ASSERT_TRUE(write_together(files, *changes).ok());
  EXPECT_EQ(
      *files.read_file("package-lock.json"),
      R"({"version": "2.0.0-rc.1", "packages": {"": {"version": "2.0.0-rc.1"}, "x": {"version": "1.4.0"}}})");
  EXPECT_EQ(
      *files.read_file("Cargo.lock"),
      "[[package]]\nname = \"b\"\nversion = \"1.4.0\"\n[[package]]\nname = \"a\"\nversion = "
      "\"2.0.0-rc.1\"\n[[package]]\nname = \"a\"\nversion = \"1.4.0\"\nsource = \"registry\"\n");
}

TEST(VersionPlaces, AreSpelledAsEachFileHasIt) {
  FakeFileSystem files;
  files.add("setup.py", "VERSION = '1.3.0rc1'\nsetup(version=VERSION)");
  files.add("package.json", R"({"version": "1.3.0-rc.1"})");
  files.add("CMakeLists.txt", "project(x VERSION 1.3.0)");
  Package package;
  package.directory = ".";
  const auto numbering = Numbering::pep440();
  const auto places = read_version_places(files, package);
  ASSERT_TRUE(places.ok()) << places.error().diagnostic.message;
  ASSERT_TRUE(
      write_together(files, *change_version(*places, numbering, *numbering.read("1.4.0b2"))).ok());
  EXPECT_EQ(*files.read_file("package.json"), R"({"version": "1.4.0-beta.2"})");
  EXPECT_EQ(*files.read_file("CMakeLists.txt"), "project(x VERSION 1.4.0)");
  const auto refused = change_version(*places, numbering, *numbering.read("1.4.0.post1"));
  EXPECT_FALSE(refused.ok());
  EXPECT_TRUE(refused.error().diagnostic.at);
}

TEST(WriteTogether, IsAllOrNothing) {
  const std::vector<FileChange> changes = {
      {"a", "1", "2"}, {"new", "", "2", true}, {"b", "1", std::string(100, 'x')}};
  FakeFileSystem files;
  files.add("a", "1");
  files.add("b", "1");
  const auto before = files.tree();
  files.limit_space(10);
  const auto written = write_together(files, changes);
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(files.tree(), before);
  files.limit_space(1000);
  ASSERT_TRUE(write_together(files, changes).ok());
  EXPECT_EQ(files.text("new"), "2");
  ASSERT_TRUE(take_back(files, changes).ok());
  EXPECT_EQ(files.tree(), before);
}

TEST(WriteTogether, SaysWhatIsLeftOnADeadDisk) {
  FakeFileSystem files;
  files.add("a", "1");
  files.add("b", "1");
  files.fail_nth_write(2, EIO);
  const auto written = write_together(files, {{"a", "1", "2"}, {"b", "1", "2"}});
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().diagnostic.notes.size(), 1u);
}

}  // namespace
}  // namespace tizza::release
