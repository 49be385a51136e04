#include "release/changelog.hpp"

#include <gtest/gtest.h>

#include "release/changelog_text.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::release {
namespace {

using namespace std::chrono_literals;

ReleaseNotes notes(std::vector<std::string> messages = {"feat(api): likes", "fix: typo"}) {
  std::vector<GitCommit> commits;
  for (std::string& message : messages) {
    GitCommit commit;
    commit.id = std::to_string(commits.size());
    commit.message = std::move(message);
    commits.push_back(std::move(commit));
  }
  ReleaseNotes made;
  made.version = made.tag = "1.5.0";
  made.previous_tag = "1.4.0";
  made.date = 2026y / 3 / 2;
  made.changes = changes_of(commits, usual_commit_types());
  return made;
}

TEST(Notes, SortTheCommitsIntoSections) {
  EXPECT_EQ(notes_text(notes({"fix: b", "feat(api)!: a\n\nBREAKING CHANGE: ids are texts",
                              "docs: c", "perf: d", "Tidy up"})),
            "### Added\n\n- **Breaking:** api: a\n  ids are texts\n\n### Changed\n\n- d\n\n"
            "### Fixed\n\n- b\n");
  EXPECT_EQ(notes_text(notes({"docs: c"})), "");
}

std::string added(const std::string& text, const std::string& body = "- x\n") {
  return add_section(text, notes(), body);
}

TEST(Changelog, BeginsWhereThereIsNone) {
  EXPECT_EQ(added(""),
            "# Changelog\n\nAll notable changes are listed here, as Keep a Changelog has them.\n\n"
            "## [Unreleased]\n\n## [1.5.0] - 2026-03-02\n\n- x\n");
}

TEST(Changelog, PutsTheSectionInFrontOfTheLast) {
  EXPECT_EQ(added("# Log\n\n## [1.4.0]\n- a\n"),
            "# Log\n\n## [1.5.0] - 2026-03-02\n\n- x\n\n## [1.4.0]\n- a\n");
  EXPECT_EQ(added("# Log\n\n## [Unreleased]\n\n## [1.4.0]\n- a\n"),
            "# Log\n\n## [Unreleased]\n\n## [1.5.0] - 2026-03-02\n\n- x\n\n## [1.4.0]\n- a\n");
  EXPECT_EQ(added("# Log\n\ntext"), "# Log\n\ntext\n\n## [1.5.0] - 2026-03-02\n\n- x\n");
}

TEST(Changelog, TakesWhatPeopleWrote) {
  EXPECT_EQ(added("# Log\n\n## [unreleased]\n\n- mine\n\n## 1.4.0\n- a\n"),
            "# Log\n\n## [unreleased]\n\n## [1.5.0] - 2026-03-02\n\n- mine\n\n## 1.4.0\n- a\n");
  EXPECT_EQ(added("## Unreleased\n- mine"), "## Unreleased\n\n## [1.5.0] - 2026-03-02\n\n- mine");
}

TEST(Changelog, KeepsLineEndsAndCode) {
  EXPECT_EQ(added("# Log\r\n\r\n## [1.4.0]\r\n"),
            "# Log\r\n\r\n## [1.5.0] - 2026-03-02\r\n\r\n- x\r\n\r\n## [1.4.0]\r\n");
  EXPECT_EQ(added("```\n## [0.1]\n```\n\n## [1.4.0]\n"),
            "```\n## [0.1]\n```\n\n## [1.5.0] - 2026-03-02\n\n- x\n\n## [1.4.0]\n");
}

TEST(Changelog, MovesTheLinksOn) {
  const std::string log = "## [Unreleased]\n\n## [1.4.0]\n\n[unreleased]: https://x/compare/";
  EXPECT_TRUE(added(log + "1.4.0...HEAD\n")
                  .ends_with("[unreleased]: https://x/compare/1.5.0...HEAD\n"
                             "[1.5.0]: https://x/compare/1.4.0...1.5.0\n"));
  for (const char* other : {"1.3.0...HEAD\n", "main\n"}) {
    EXPECT_TRUE(
        added(log + other).ends_with("[unreleased]: https://x/compare/" + std::string(other)));
  }
}

TEST(Changelog, SaysThatThereIsNothingToTell) {
  EXPECT_TRUE(added("", "").ends_with("## [1.5.0] - 2026-03-02\n\nNo notable changes.\n"));
}

TEST(Changelog, HoldsATemplatesSection) {
  EXPECT_EQ(insert_section("# Log\n\n## 1.4\n", "\n## 1.5\nx\n\n"),
            "# Log\n\n## 1.5\nx\n\n## 1.4\n");
}

class ChangelogFiles : public ::testing::Test {
 protected:
  Result<std::vector<FileChange>> change() {
    Package package;
    package.directory = "auth";
    return change_changelog(files_, settings_, package, notes());
  }
  testing::FakeFileSystem files_;
  Settings settings_;
};

TEST_F(ChangelogFiles, ChangeNothingWhereNoneIsKept) {
  EXPECT_TRUE(change()->empty());
}

TEST_F(ChangelogFiles, CollectFragments) {
  settings_.changelog = ChangelogMode::kFragments;
  files_.add("auth/changelog.d/a.added.md", "* one\n\ntwo\n");
  files_.add("auth/changelog.d/.hidden.md", "x");
  files_.add("auth/changelog.d/picture.png", "x");
  const auto changes = *change();
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].path, "auth/CHANGELOG.md");
  EXPECT_TRUE(changes[0].is_new);
  EXPECT_TRUE(changes[0].after.ends_with("### Added\n\n- one\n\n  two\n")) << changes[0].after;
  EXPECT_TRUE(changes[1].is_removed);
}

TEST_F(ChangelogFiles, RefuseFragmentsOfNoKind) {
  settings_.changelog = ChangelogMode::kFragments;
  files_.add("auth/changelog.d/a.md", "x");
  EXPECT_EQ(change().error().diagnostic.message,
            "fragment `auth/changelog.d/a.md` does not say what kind of change it is");
  files_.add("auth/changelog.d/a.md", "x");
  files_.add("auth/changelog.d/A.odd.md", "x");
  EXPECT_EQ(change().error().diagnostic.message,
            "fragment `auth/changelog.d/A.odd.md` is of the unknown kind `odd`");
}

TEST_F(ChangelogFiles, RefuseWhatIsNoText) {
  settings_.changelog = ChangelogMode::kKeepAChangelog;
  files_.add("auth/CHANGELOG.md", "\xff");
  EXPECT_EQ(change().error().diagnostic.rule, "encoding");
}

TEST_F(ChangelogFiles, PointAtATemplateThatIsNotThere) {
  settings_.changelog = ChangelogMode::kTemplate;
  const auto source = std::make_shared<const Source>("tizza.yaml", "x.jinja");
  settings_.changelog_template = {source, {0, 7}};
  EXPECT_EQ(change().error().diagnostic.at.source, source);
  files_.add("x.jinja", "## {{ version }} of {{ date }}: {{ changes | length }}\n{{ notes }}");
  EXPECT_TRUE(change()->front().after.ends_with(
      "## 1.5.0 of 2026-03-02: 2\n### Added\n\n- api: likes\n\n### Fixed\n\n- typo\n"))
      << change()->front().after;
}

}  // namespace
}  // namespace tizza::release
