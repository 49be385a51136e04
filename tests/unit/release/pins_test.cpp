#include <gtest/gtest.h>

#include "release/pins/lag.hpp"
#include "release/pins/project_pins.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::release {
namespace {

using testing::FakeFileSystem;
using Texts = std::vector<std::string>;

/// `NAME KIND PIN` of each pin, then `! RULE` of each finding.
Texts pins(const std::map<std::string, std::string>& texts, const PinInputs& inputs = {}) {
  FakeFileSystem files;
  for (const auto& [name, text] : texts) files.add(name, text);
  const auto project = read_pins(files, inputs);
  if (!project.ok()) return {project.error().diagnostic.message};
  Texts lines;
  for (const Pin& pin : project->pins) {
    lines.push_back(pin.name + " " + std::string(to_string(pin.kind)) + " " + pin.pin);
  }
  for (const auto& finding : project->findings) lines.push_back("! " + finding.rule);
  return lines;
}

TEST(VersionRefs, AreTagsAndNoBranches) {
  const auto parts = [](std::string_view ref) -> std::string {
    const auto found = read_version_ref(ref);
    return found ? std::string(found->lead) + "|" + std::string(found->version) : "";
  };
  EXPECT_EQ(parts("1.4.0"), "|1.4.0");
  EXPECT_EQ(parts("v1.4.0-rc.1"), "v|1.4.0-rc.1");
  EXPECT_EQ(parts("auth-1.4.0-rc.1"), "auth-|1.4.0-rc.1");
  EXPECT_EQ(parts("auth-client/v1.4.0"), "auth-client/v|1.4.0");
  for (const char* branch : {"main", "release/1.4.0", "fix-12", "v", "", "feature/1.4.0"}) {
    EXPECT_EQ(parts(branch), "") << branch;
  }
}

TEST(Pins, OfSetupPyAreFollowedThroughNames) {
  EXPECT_EQ(pins({{"setup.py",
                   "BASE = ['a==1.0']\nTEST = BASE + ['b>2']\nsetup(install_requires=BASE + "
                   "[\"c==1\"], extras_require={'t': TEST, 'd': ('d',)})\n"}}),
            (Texts{"a version 1.0", "c version 1", "a version 1.0", "b unpinned >2", "d unpinned ",
                   "! pin-absent", "! pin-absent"}));
}

TEST(Pins, OfSetupPyAreUnknownWhereTheyAreComputed) {
  for (const char* value : {"open('r').read()", "[f'a=={V}']", "['a' '==1']", "NOWHERE",
                            "parse('r')", "[x for x in ['a==1']]"}) {
    EXPECT_EQ(pins({{"setup.py", std::string("setup(install_requires=") + value + ")\n"}}),
              Texts{"! requirement"})
        << value;
  }
  EXPECT_EQ(pins({{"setup.py", "A = [B, B]\nB = [A, A]\nsetup(install_requires=A)\n"}}),
            Texts{"! requirement"});
}

TEST(Pins, OfSetupCfgStandInItsLists) {
  EXPECT_EQ(pins({{"setup.cfg",
                   "[options]\npython_requires = >=3.8\ninstall_requires = a==1\n\tb\n"
                   "[options.extras_require]\nt =\n  c==2; os_name == 'nt'\n[x]\ny = z\n"}}),
            (Texts{"a version 1", "b unpinned ", "c version 2", "! pin-absent"}));
}

TEST(Pins, OfPyprojectAreThoseOfEveryTable) {
  EXPECT_EQ(
      pins({{"pyproject.toml",
             "[build-system]\nrequires = ['setuptools']\n[project]\ndependencies = ['a==1']\n"
             "[project.optional-dependencies]\nt = ['b']\n[dependency-groups]\ng = ['c==2', "
             "{include-group = 't'}]\n[tool.poetry.dependencies]\npython = '^3.8'\nd = '1.2'\n"
             "e = {git = 'https://t.com/e', tag = '1.0'}\nf = {git = 'https://t.com/f', branch = "
             "'main'}\nh = {path = '../h'}\ni = [{version = '^1'}]\n"
             "[tool.poetry.group.dev.dependencies]\nj = '*'\n"}}),
      (Texts{"a version 1", "b unpinned ", "c version 2", "d version 1.2", "e tag 1.0",
             "f branch main", "h local ../h", "i unpinned ^1", "j unpinned *", "! pin-absent",
             "! pin-moves", "! pin-absent", "! pin-absent"}));
}

TEST(Pins, MayBeHeldByALockFile) {
  EXPECT_EQ(pins({{"pyproject.toml", "[project]\ndependencies = ['My_Lib>1', 'b']\n"},
                  {"uv.lock", "[[package]]\nname = 'my-lib'\nversion = '1.2'\n"}}),
            (Texts{"My_Lib locked 1.2", "b unpinned ", "! pin-absent"}));
  EXPECT_EQ(
      pins({{"package.json", R"({"dependencies": {"a": "^1", "b": "^2"}})"},
            {"package-lock.json", R"({"packages": {"node_modules/a": {"version": "1.2.3"}}})"}}),
      (Texts{"a locked 1.2.3", "b unpinned ^2", "! pin-absent"}));
  EXPECT_EQ(pins({{"package.json", R"({"dependencies": {"a": "^1"}})"}, {"yarn.lock", ""}}),
            Texts{"a locked ^1"});
  EXPECT_EQ(pins({{"Chart.yaml", "dependencies: [{name: a, version: ~1}]"},
                  {"Chart.lock", "dependencies: [{name: a, version: 1.2.3}]"}}),
            Texts{"a locked 1.2.3"});
}

TEST(Pins, OfPackageJsonKnowNpmsSpecifiers) {
  EXPECT_EQ(
      pins({{"package.json",
             R"({"dependencies": {"a": "1.0.0", "b": "^1.0.0", "c": "latest", "d": "file:../d",
               "e": "github:t/e#v1.0.0", "f": "git+https://t.com/f.git#main", "g": "git://t.com/g.git#1.0.0",
               "h": "npm:@t/h@2.0.0", "i": "https://t.com/i.tgz", "j": 1},
               "devDependencies": {"@t/k": "=1.0.0"}, "peerDependencies": {"l": "*"}})"}}),
      (Texts{"a version 1.0.0", "b unpinned ^1.0.0", "c unpinned latest", "d local file:../d",
             "e tag v1.0.0", "f branch main", "g tag 1.0.0", "h version 2.0.0", "i unpinned ",
             "@t/k version 1.0.0", "! pin-absent", "! pin-absent", "! pin-moves", "! pin-protocol",
             "! pin-absent", "! requirement"}));
}

TEST(Pins, OfADockerfileAreTheImagesOfItsStages) {
  EXPECT_EQ(
      pins({{"Dockerfile",
             "ARG V=3.12.1\nFROM python:${V} AS Base\nFROM base AS next\nFROM scratch\n"
             "FROM t.com:5000/a/b\nFROM node:20\nFROM node:20.1-slim@sha256:ab\n"
             "FROM x:${NOWHERE}\nRUN <<EOF\nFROM y\nEOF\nRUN a \\\n FROM z\nFROM \\\n  w:1.2\n"}}),
      (Texts{"python tag 3.12.1", "t.com:5000/a/b unpinned ", "node branch 20",
             "node hash sha256:ab", "w tag 1.2", "! pin-absent", "! pin-moves", "! requirement"}));
}

TEST(Pins, OfDescriptionsAreTheVersionsInURLs) {
  PinInputs inputs;
  inputs.descriptions = {"a.yaml"};
  EXPECT_EQ(pins({{"a.yaml",
                   "a: {$ref: 'https://g.com/o/auth/1.4.0/a.yaml#/A'}\n"
                   "b: {$ref: 'https://g.com/o/auth/1.4.0/a.yaml#/B'}\n"
                   "c: {$ref: 'https://g.com/o/likes/-/raw/v2.0.0/a.yaml'}\n"
                   "d: {$ref: 'https://c.com/gh/o/events@1.0.0/a.yaml'}\n"
                   "e: {$ref: 'https://g.com/o/pay/main/a.yaml'}\n"
                   "f: {$ref: 'https://json-schema.org/draft/2020-12/schema'}\n"
                   "g: {$ref: './b.yaml'}\nh: {$ref: 'https://g.com/api/v1/x.yaml?ref=main'}\n"}},
                 inputs),
            (Texts{"events tag 1.0.0", "x.yaml branch main", "auth tag 1.4.0", "likes tag v2.0.0",
                   "a.yaml unpinned ", "draft version 2020-12", "! pin-absent", "! pin-moves"}));
}

TEST(Pins, OfSubmodulesAreCommits) {
  PinInputs inputs;
  inputs.submodules = {{"libs/auth", std::string(40, 'a')}};
  EXPECT_EQ(pins({{".gitmodules",
                   "[submodule \"a\"]\n\tpath = libs/auth\n\turl = https://t.com/auth\n"
                   "[submodule \"b\"]\n\tpath=libs/b\n\turl = git://t.com/b\n"}},
                 inputs),
            (Texts{"auth commit " + std::string(40, 'a'), "b unpinned ", "! pin-absent",
                   "! pin-protocol"}));
}

TEST(Pins, SayHowFarTheyAreBehind) {
  const std::vector<KnownPackage> known = {
      {"auth", "https://t.com/auth", {"2.0.0", "1.5.0", "1.4.0"}, true},
      {"likes", "", {"1.5.0"}, false}};
  const auto lag = [&](PinKind kind, std::string name, std::string version,
                       std::string address = "") {
    Pin pin;
    pin.kind = kind;
    pin.name = std::move(name);
    pin.pin = std::move(version);
    pin.address = std::move(address);
    const auto found = lag_of(pin, known);
    if (!found) return std::string("unknown");
    return found->part + (found->releases ? " " + std::to_string(*found->releases) : "");
  };
  EXPECT_EQ(lag(PinKind::kVersion, "Auth", "1.4.0"), "major 2");
  EXPECT_EQ(lag(PinKind::kTag, "", "v1.5.0", "git+ssh://git@t.com/auth.git"), "major 1");
  EXPECT_EQ(lag(PinKind::kVersion, "auth", "2.0.0"), " 0");
  EXPECT_EQ(lag(PinKind::kVersion, "likes", "1.4.9"), "minor");
  EXPECT_EQ(lag(PinKind::kVersion, "likes", "1.5.0rc1"), "pre-release");
  EXPECT_EQ(lag(PinKind::kCommit, "auth", std::string(40, 'a')), "unknown");
  EXPECT_EQ(lag(PinKind::kVersion, "events", "1.0"), "unknown");
}

}  // namespace
}  // namespace tizza::release
