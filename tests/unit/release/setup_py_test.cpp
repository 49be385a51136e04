#include <gtest/gtest.h>

#include "release/format_table.hpp"

namespace tizza::release {
namespace {

Result<FoundVersion> find(std::string text) {
  return find_format("setup.py")->find(std::make_shared<const Source>("setup.py", std::move(text)));
}

/// `BYTE:VERSION`, or the message and the places of the error.
std::string version(std::string text) {
  const auto found = find(std::move(text));
  if (found.ok()) {
    EXPECT_EQ(found->at.source->slice(found->at.span), found->text);
    return std::to_string(found->at.span.begin) + ":" + found->text;
  }
  const auto& diagnostic = found.error().diagnostic;
  std::string places = std::to_string(diagnostic.at.span.begin);
  for (const Note& note : diagnostic.notes) places += "," + std::to_string(note.at.span.begin);
  return diagnostic.rule + "@" + places + ": " + diagnostic.message;
}

TEST(SetupPy, FollowsTheConstantThatSetupUses) {
  EXPECT_EQ(version("from setuptools import setup\nVERSION = \"0.0.1\"\nsetup(version=VERSION)\n"),
            "40:0.0.1");
  EXPECT_EQ(version("import setuptools\nv: str = '1'\nsetuptools.setup(name='x', version=v)"),
            "28:1");
  EXPECT_EQ(version("A = B = u'2'\nif True:\n  setup(version=(B),)"), "10:2");
  EXPECT_EQ(version("__version__ = '3'\nVERSION = __version__\nsetup(version=VERSION)"), "15:3");
}

TEST(SetupPy, TakesTheLiteralOfTheCall) {
  EXPECT_EQ(version("setup(\n  name='x',\n  version = '1.2',\n)"), "32:1.2");
  EXPECT_EQ(version("setup(version='''1.2''')"), "17:1.2");
  EXPECT_EQ(version("setup(version=('1.2'))"), "16:1.2");
}

TEST(SetupPy, TakesAConstantWhereSetupGetsNoVersion) {
  EXPECT_EQ(version("VERSION = '1.2'\nsetup(**metadata)"), "11:1.2");
  EXPECT_EQ(version("__version__ = '1.2'\n"), "15:1.2");
  EXPECT_EQ(version("VERSION = '1.2'\n__version__ = '1.2'\n"), "11:1.2");
}

TEST(SetupPy, NeverTakesCommentsStringsPinsOrOtherCalls) {
  const std::string head =
      "\"\"\"setup(version='9.9')\nVERSION = '9.9'\n\"\"\"\n# VERSION = '9.9'\n";
  EXPECT_EQ(version(head + "VERSION = '1.0'\n"
                           "setup(version=VERSION, install_requires=['requests==9.9'],\n"
                           "  extras={'version': '9.9'}, x=dict(version='9.9'))"),
            std::to_string(head.size() + 11) + ":1.0");
  EXPECT_EQ(version("other.setup(version='9')\nsetup(version='1')"), "40:1");
  EXPECT_EQ(version("def setup(version='9'): pass\nVERSION = '1'"), "40:1");
  EXPECT_EQ(version("def f():\n  VERSION = '9'\nVERSION = '1'"), "36:1");
  EXPECT_EQ(version("class A:\n  def f(self):\n    pass\n  VERSION = '9'\nVERSION = '1'"), "60:1");
  EXPECT_EQ(version("x.VERSION = '9'\nVERSION = '1'"), "27:1");
  EXPECT_EQ(version("f(VERSION='9')\nVERSION = '1'"), "26:1");
  EXPECT_EQ(version("if VERSION: x = '9'\nVERSION = '1'\nVERSION == '8'"), "31:1");
}

TEST(SetupPy, NamesBothPlacesOfSeveralVersions) {
  EXPECT_EQ(version("VERSION = '1'\nVERSION = '2'\nsetup(version=VERSION)"),
            "version-ambiguous@14,0: `setup.py` sets `VERSION` more than once");
  EXPECT_EQ(version("if x: VERSION = '1'\nelse: VERSION = '2'\n"),
            "version-ambiguous@26,6: `setup.py` sets `VERSION` more than once");
  EXPECT_EQ(version("VERSION = '1'\nVERSION += 'b1'\n"),
            "version-ambiguous@14,0: `setup.py` sets `VERSION` more than once");
  EXPECT_EQ(version("VERSION = '1'\nsetup(version='2')"),
            "version-ambiguous@29,11: `setup.py` gives setup() the version `2`, but `VERSION` is "
            "`1`");
  EXPECT_EQ(version("setup(version='1')\nsetup(version='2')"),
            "version-ambiguous@33,14: `setup.py` gives setup() a version twice");
  EXPECT_EQ(version("VERSION = '1'\n__version__ = '2'\nsetup(**x)"),
            "version-ambiguous@29,11: `setup.py` states the versions `1` and `2`");
}

TEST(SetupPy, SaysWhatCannotBeReadWithoutRunningIt) {
  EXPECT_EQ(version("setup(version=about['__version__'])"),
            "version-absent@14: `setup.py` computes its version: `about['__version__']`");
  EXPECT_EQ(version("VERSION = '1.' '0'\nsetup(version=VERSION)"),
            "version-absent@10: `setup.py` computes its version: `'1.' '0'`");
  EXPECT_EQ(version("VERSION = f'1.{x}'\n"),
            "version-absent@10: `setup.py` computes its version: `f'1.{x}'`");
  EXPECT_EQ(version("VERSION = b'1'\n"),
            "version-absent@10: `setup.py` computes its version: `b'1'`");
  EXPECT_EQ(version("VERSION = '1\\x2e0'\n"),
            "version-absent@10: `setup.py` computes its version: `'1\\x2e0'`");
  EXPECT_EQ(version("from app import VERSION\nsetup(version=VERSION)"),
            "version-absent@16: `setup.py` gets `VERSION` from elsewhere");
  EXPECT_EQ(version("setup(version=VERSION)"),
            "version-absent@14: `setup.py` uses `VERSION`, which it does not set itself");
  EXPECT_EQ(version("A = B\nB = A\nsetup(version=A)"),
            "version-absent@4: `setup.py` computes its version: `B`");
  EXPECT_EQ(version("setup()"), "version-absent@0: `setup.py` states no version");
  EXPECT_EQ(version(""), "version-absent@0: `setup.py` states no version");
}

TEST(SetupPy, ReportsBrokenSyntaxAsAClearNo) {
  const auto found = find("setup(version='1\n");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().diagnostic.rule, "syntax");
  EXPECT_EQ(found.error().verdict, Verdict::kNegative);
}

}  // namespace
}  // namespace tizza::release
