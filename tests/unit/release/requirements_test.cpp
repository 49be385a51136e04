#include <gtest/gtest.h>

#include "release/pins/project_pins.hpp"
#include "release/pins/requirement.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::release {
namespace {

using testing::FakeFileSystem;
using Texts = std::vector<std::string>;

/// `NAME KIND PIN`, or the byte and the message of the error.
std::string read(const std::string& text) {
  const auto source = std::make_shared<const Source>("requirements.txt", text);
  const auto found = read_requirement(source, {0, static_cast<uint32_t>(text.size())});
  if (!found.ok()) {
    EXPECT_EQ(found.error().verdict, Verdict::kNegative);
    const auto& diagnostic = found.error().diagnostic;
    return std::to_string(diagnostic.at.span.begin) + ": " + diagnostic.message;
  }
  EXPECT_TRUE(found->pin.empty() || source->slice(found->pin_at.span) == found->pin);
  return found->name + " " + std::string(to_string(found->kind)) + " " + found->pin;
}

TEST(Requirement, KnowsExactVersions) {
  EXPECT_EQ(read("django==5.2.8"), "django version 5.2.8");
  EXPECT_EQ(read("psycopg[binary, pool] == 3.2.12 ; python_version > '3'"),
            "psycopg version 3.2.12");
  EXPECT_EQ(read("zope.interface (==5.0)"), "zope.interface version 5.0");
  EXPECT_EQ(read("legacy===2004d"), "legacy version 2004d");
  EXPECT_EQ(read("a==1.0,!=1.1"), "a version 1.0");
}

TEST(Requirement, KnowsWhatIsNoPin) {
  EXPECT_EQ(read("uvicorn"), "uvicorn unpinned ");
  EXPECT_EQ(read("requests>=2.0,<3"), "requests unpinned >=2.0,<3");
  EXPECT_EQ(read("celery==5.4.*"), "celery unpinned ==5.4.*");
  EXPECT_EQ(read("celery~=5.4"), "celery unpinned ~=5.4");
  EXPECT_EQ(read("https://tizza.com/a-1.0.whl"), " unpinned ");
}

TEST(Requirement, TellsTagsCommitsAndBranchesApart) {
  const std::string url = "git+https://tizza.com/auth.git";
  EXPECT_EQ(read(url + "@0.0.1#egg=auth"), "auth tag 0.0.1");
  EXPECT_EQ(read(url + "@v1.0#egg=auth[x]&subdirectory=py"), "auth tag v1.0");
  EXPECT_EQ(read(url + "@" + std::string(40, 'a')), " commit " + std::string(40, 'a'));
  EXPECT_EQ(read(url + "@main#egg=auth"), "auth branch main");
  EXPECT_EQ(read(url + "#egg=auth"), "auth unpinned ");
  EXPECT_EQ(read("git+ssh://git@tizza.com/auth.git"), " unpinned ");
  EXPECT_EQ(read("git+ssh://git@tizza.com/auth.git@feature/x"), " branch feature/x");
  EXPECT_EQ(read("auth @ git+https://tizza.com/a.git@1.0 ; os_name == 'nt'"), "auth tag 1.0");
}

TEST(Requirement, KnowsHashesAndPaths) {
  EXPECT_EQ(read("https://tizza.com/a-1.0.whl#sha256=abcd"), " hash abcd");
  EXPECT_EQ(read("./packages/auth"), " local ./packages/auth");
  EXPECT_EQ(read("packages/auth.whl"), " local packages/auth.whl");
}

TEST(Requirement, SaysWhatCannotBeRead) {
  EXPECT_EQ(read("django=5.2"), "6: `=5.2` is no range");
  EXPECT_EQ(read("django==latest"), "8: `latest` is no version of PEP 440");
  EXPECT_EQ(read("django[x==1"), "6: the extras are never closed");
  EXPECT_EQ(read("-x-"), "0: `-x-` is no requirement");
  EXPECT_EQ(read("a @ b"), "4: `b` is no URL");
}

/// `RULE LINE` of each finding.
Texts findings(const ProjectPins& found) {
  Texts list;
  for (const Diagnostic& finding : found.findings) {
    list.push_back(finding.rule + " " + std::to_string(finding.at.begin().line));
  }
  return list;
}

TEST(Requirements, FollowsIncludesOnce) {
  FakeFileSystem files;
  files.add("requirements.txt", "-r requirements/base.txt\n-c limits.txt\n");
  files.add("requirements/base.txt", "--requirement=../requirements.txt\na==1\n");
  files.add("limits.txt", "b==2\n");
  files.add("notes.txt", "not read\n");
  const auto found = read_pins(files, {".", {}, {}});
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->files, (Texts{"requirements.txt", "requirements/base.txt", "limits.txt"}));
  EXPECT_EQ(found->pins.size(), 2u);
  EXPECT_TRUE(found->findings.empty());
}

TEST(Requirements, SkipsCommentsOptionsAndHashes) {
  FakeFileSystem files;
  files.add("requirements.txt",
            "\xEF\xBB\xBF# top\r\n--index-url https://tizza.com/simple\r\n\r\n"
            "a==1 --hash=sha256:x \\\r\n    --hash=sha256:y\r\nb==2 # c\r\n"
            "-e git+https://tizza.com/c.git@1.0#egg=c\r\n");
  const auto found = read_pins(files, {".", {}, {}});
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->pins.size(), 3u);
  EXPECT_EQ(found->pins[2].name, "c");
  EXPECT_TRUE(found->findings.empty());
}

TEST(Requirements, FindsWhatMovesOrCanBeChangedOnTheWay) {
  FakeFileSystem files;
  files.add("requirements.txt",
            "a\ngit+https://tizza.com/b.git@main\ngit+git://tizza.com/c.git@1.0#egg=c\na b\n");
  EXPECT_EQ(findings(*read_pins(files, {".", {}, {}})),
            (Texts{"pin-absent 1", "pin-moves 2", "pin-protocol 3", "requirement 4"}));
}

TEST(Requirements, TakeWhatAConstraintPinsForPinned) {
  FakeFileSystem files;
  files.add("requirements.txt", "Zope.Interface\nuvicorn\n-c limits.txt\n");
  files.add("limits.txt", "zope_interface==5.0\nflask<4\n");
  EXPECT_EQ(findings(*read_pins(files, {".", {}, {}})), Texts{"pin-absent 2"});
}

TEST(Requirements, CannotRunWhereAFileIsMissing) {
  FakeFileSystem files;
  files.add("requirements.txt", "-r absent.txt\n");
  EXPECT_EQ(read_pins(files, {".", {}, {}}).error().diagnostic.message,
            "cannot read `absent.txt`: no such file");
  EXPECT_FALSE(read_pins(files, {"nowhere", {}, {}}).ok());
}

}  // namespace
}  // namespace tizza::release
