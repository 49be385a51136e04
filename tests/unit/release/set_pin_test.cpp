#include "release/pins/set_pin.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "release/pins/pin_format.hpp"
#include "release/pins/project_pins.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::release {
namespace {

using testing::FakeFileSystem;

/// A file of each kind that requires `auth` at 1.4.0, with the same number in other places: the
/// project's own version, comments, other requirements. `<1.4.0>` is what may change.
struct Sample {
  std::string file;
  std::string text;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> kSamples = {
      {"requirements.txt",
       "# auth==1.4.0\r\nx==1.4.0\r\nauth[cli] == <1.4.0> ; python_version > '3.8'  # "
       "1.4.0\r\n-r requirements/more.txt\r\n"},
      {"requirements/more.txt", "y==1.4.0 \\\n  --hash=sha256:140\nauth==<1.4.0>\n"},
      {"requirements-git.txt",
       "-e git+https://a@git.tizza.com/1.4.0/auth.git@v<1.4.0>#egg=auth&subdirectory=1.4.0\n"},
      {"setup.py",
       "VERSION = '1.4.0'\nNEEDS = ['x==1.4.0', \"auth==<1.4.0>\"]  # auth==1.4.0\n"
       "setup(version=VERSION, install_requires=NEEDS, extras_require={'auth': ['y==1.4.0']})\n"},
      {"setup.cfg",
       "[metadata]\nversion = 1.4.0\n[options]\ninstall_requires =\n  # auth==1.4.0\n  "
       "auth==<1.4.0>\n  x==1.4.0\n[options.extras_require]\ny = x == 1.4.0\n"},
      {"pyproject.toml",
       "[project]\nversion = \"1.4.0\"\ndependencies = [\n  'x==1.4.0', # auth==1.4.0\n  "
       "\"auth==<1.4.0>\",\n]\n[tool.poetry.dependencies]\npython = \"1.4.0\"\n"},
      {"package.json",
       "{\"version\":\"1.4.0\",\n\t\"dependencies\": {\"x\": \"1.4.0\",\"auth\" : \"<1.4.0>\"},\n"
       "\"peerDependencies\":{\"auth\":\"1.4.0\"}}"},
      {"Chart.yaml",
       "version: 1.4.0 # 1.4.0\ndependencies:\n- {name: x, version: 1.4.0}\n- name: auth\n  "
       "version: \"<1.4.0>\" # auth\n"},
      {"Dockerfile",
       "ARG TAG=1.4.0\n# FROM auth:1.4.0\nFROM x:1.4.0 AS builder\nFROM --platform=linux/amd64 "
       "git.tizza.com:140/auth:<1.4.0>-slim\nLABEL version=1.4.0\n"},
      {"api/openapi.yaml",
       "openapi: 3.1.0\ninfo: {version: 1.4.0}\nx:\n  - $ref: "
       "https://git.tizza.com/auth/<1.4.0>/api.yaml#/a/1.4.0\n  - $ref: 'https://x.org/x/1.4.0'\n"},
  };
  return kSamples;
}

std::string marked(const std::string& text, const std::string& version) {
  const size_t begin = text.find("<1.4.0>");
  return text.substr(0, begin) + version + text.substr(begin + 7);
}

class SetPin : public ::testing::TestWithParam<Sample> {
 protected:
  std::string changed(const std::string& version) {
    FakeFileSystem files;
    files.add(GetParam().file, marked(GetParam().text, "1.4.0"));
    if (GetParam().file == "requirements.txt") files.add("requirements/more.txt", "");
    PinInputs inputs;
    if (GetParam().file.starts_with("api/")) inputs.descriptions = {GetParam().file};
    const auto project = read_pins(files, inputs);
    EXPECT_TRUE(project.ok()) << project.error().diagnostic.message;
    if (!project.ok()) return {};
    const auto changes = change_pins(*project, {{"auth", version}});
    EXPECT_TRUE(changes.ok()) << changes.error().diagnostic.message;
    if (!changes.ok()) return {};
    EXPECT_TRUE(write_together(files, changes->files).ok());
    return *files.read_file(GetParam().file);
  }
};

TEST_P(SetPin, ChangesThePinAndNothingElse) {
  EXPECT_EQ(changed("1.5.0"), marked(GetParam().text, "1.5.0"));
}

TEST_P(SetPin, KeepsEveryOtherByteForAnyVersion) {
  std::mt19937 random(20260302);
  for (int round = 0; round < 20; ++round) {
    const auto part = [&] { return std::to_string(random() % 1000); };
    const std::string version = part() + "." + part() + "." + part();
    EXPECT_EQ(changed(version), marked(GetParam().text, version)) << version;
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, SetPin, ::testing::ValuesIn(samples()), [](const auto& sample) {
  std::string name = sample.param.file;
  std::erase_if(name, [](char c) { return std::isalnum(c) == 0; });
  return name;
});

TEST(PinFormats, HaveASampleEach) {
  for (const PinFormat* format : pin_formats()) {
    const auto& all = samples();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Sample& sample) {
      return sample.file == format->what;
    })) << format->what;
  }
}

/// The file after `auth` was set to 1.5.0, or why it was not.
std::string set(const std::string& file, const std::string& text,
                std::vector<std::string> hashes = {}) {
  FakeFileSystem files;
  files.add(file, text);
  const auto project = read_pins(files, {});
  if (!project.ok()) return project.error().diagnostic.message;
  const auto changes = change_pins(*project, {{"auth", "1.5.0", std::move(hashes)}});
  if (!changes.ok()) return changes.error().diagnostic.message;
  EXPECT_TRUE(write_together(files, changes->files).ok());
  return *files.read_file(file);
}

TEST(SetPinTo, MakesARangeExact) {
  EXPECT_EQ(set("requirements.txt", "auth>=1,<2 ; os_name=='nt'\nAuth\n"),
            "auth==1.5.0 ; os_name=='nt'\nAuth==1.5.0\n");
  EXPECT_EQ(set("package.json", R"({"dependencies": {"auth": "^1.4.0"}})"),
            R"({"dependencies": {"auth": "1.5.0"}})");
  EXPECT_EQ(set("pyproject.toml", "[tool.poetry.dependencies]\nauth = {version = '^1', a = 1}\n"),
            "[tool.poetry.dependencies]\nauth = {version = '1.5.0', a = 1}\n");
  EXPECT_EQ(set("Chart.yaml", "dependencies: [{name: auth, version: ^1.4.0}]"),
            "dependencies: [{name: auth, version: 1.5.0}]");
  EXPECT_EQ(set("requirements.txt", "git+https://t.com/auth.git#egg=auth\n"),
            "git+https://t.com/auth.git@1.5.0#egg=auth\n");
  EXPECT_EQ(set("Dockerfile", "FROM auth\n"), "FROM auth:1.5.0\n");
}

TEST(SetPinTo, KeepsWhatStandsInFrontOfTheVersionOfATag) {
  EXPECT_EQ(set("requirements.txt", "auth @ git+https://t.com/all.git@auth-1.4.0\n"),
            "auth @ git+https://t.com/all.git@auth-1.5.0\n");
  EXPECT_EQ(set("package.json", R"({"dependencies": {"auth": "github:t/auth#v1.4.0"}})"),
            R"({"dependencies": {"auth": "github:t/auth#v1.5.0"}})");
  EXPECT_EQ(set("Dockerfile", "ARG BASE=auth:v1.4.0-slim\nFROM $BASE\n"),
            "ARG BASE=auth:v1.5.0-slim\nFROM $BASE\n");
}

TEST(SetPinTo, RefusesWhatNoOtherVersionHas) {
  EXPECT_EQ(set("requirements.txt", "auth @ git+https://t.com/a@" + std::string(40, 'a') + "\n"),
            "`auth` is pinned to a commit");
  EXPECT_EQ(set("requirements.txt", "auth @ https://t.com/a.whl#sha256=ab\n"),
            "`auth` is pinned to the content of one file");
  EXPECT_EQ(set("requirements.txt", "auth @ https://t.com/a.whl\n"),
            "`auth` is pinned to the content of one file");
  EXPECT_EQ(set("Dockerfile", "FROM auth:1.4.0@sha256:ab\n"),
            "`auth` is pinned to the content of one file");
  EXPECT_EQ(set("requirements.txt", "./auth\n"), "nothing here requires `auth`");
  EXPECT_EQ(set("requirements.txt", "atuh==1.0\n"), "nothing here requires `auth`");
}

TEST(SetPinTo, TakesNewHashesForOldOnes) {
  const std::string old = "auth==1.4.0 \\\n    --hash=sha256:a \\\n    --hash=sha256:b\nx==1\n";
  EXPECT_EQ(set("requirements.txt", old), "`auth` has hashes, which are others for `1.5.0`");
  EXPECT_EQ(set("requirements.txt", old, {"sha256:c", "sha256:d", "sha256:e"}),
            "auth==1.5.0 \\\n    --hash=sha256:c \\\n    --hash=sha256:d \\\n    "
            "--hash=sha256:e\nx==1\n");
  EXPECT_EQ(set("requirements.txt", old, {"sha256:c"}),
            "auth==1.5.0 \\\n    --hash=sha256:c\nx==1\n");
}

TEST(SetPinTo, ChangesNothingWhereOneFileRefuses) {
  FakeFileSystem files;
  files.add("requirements.txt", "auth==1.4.0\n");
  files.add("requirements/dev.txt", "auth==1.4.0 --hash=sha256:a\n");
  const auto before = files.tree();
  EXPECT_FALSE(change_pins(*read_pins(files, {}), {{"auth", "1.5.0"}}).ok());
  EXPECT_EQ(files.tree(), before);
}

TEST(SetPinTo, IsAllOrNothingOnAFullDisk) {
  FakeFileSystem files;
  files.add("requirements.txt", "auth==1.4.0\n");
  files.add("setup.cfg", "[options]\ninstall_requires = auth==1.4.0\n# " + std::string(1000, 'x'));
  const auto before = files.tree();
  const auto changes = change_pins(*read_pins(files, {}), {{"auth", "1.5.0"}});
  ASSERT_EQ(changes->files.size(), 2u);
  files.limit_space(500);
  EXPECT_FALSE(write_together(files, changes->files).ok());
  EXPECT_EQ(files.tree(), before);
}

TEST(PinRequest, IsAPackageAndAVersion) {
  EXPECT_EQ(read_pin_request("auth==1.5.0")->version, "1.5.0");
  for (const char* text : {"auth", "auth=1.5.0", "==1.5.0", "auth==", "auth==1 5", "auth=='x'"}) {
    EXPECT_FALSE(read_pin_request(text).ok()) << text;
  }
}

}  // namespace
}  // namespace tizza::release
