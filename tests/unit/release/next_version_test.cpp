#include "release/next_version.hpp"

#include <gtest/gtest.h>

namespace tizza::release {
namespace {

using namespace std::chrono_literals;

class NextVersionTest : public ::testing::Test {
 protected:
  void last(const std::string& text) {
    const VersionTag tag{{text, "1111111"}, *numbering_.read(text)};
    history_.latest = tag;
    if (!tag.version.is_prerelease()) history_.stable = tag;
  }
  void commit(const std::string& message, bool is_new = true) {
    GitCommit made;
    made.id = "abcdef0123456789";
    made.message = message;
    auto change = changes_of({made}, usual_commit_types())[0];
    change.is_new = is_new;
    history_.changes.push_back(change);
  }
  /// The next version, or the rule and the message of the error.
  std::string next(const std::string& bump = "", const std::string& pre = "",
                   bool from_commits = false) {
    const auto request = read_version_request(bump, pre, from_commits);
    if (!request.ok()) return request.error().diagnostic.message;
    const auto made = next_version(numbering_, history_, stated_, *request, 2026y / 3 / 2);
    if (made.ok()) return made->version.text;
    EXPECT_EQ(made.error().verdict, made.error().diagnostic.message.ends_with("of this package")
                                        ? Verdict::kCouldNotRun
                                        : Verdict::kNegative);
    return made.error().diagnostic.rule + ": " + made.error().diagnostic.message;
  }

  Numbering numbering_ = Numbering::semver();
  PackageHistory history_;
  std::optional<Version> stated_;
};

TEST_F(NextVersionTest, FollowsTheCommits) {
  last("1.4.2");
  commit("docs: x");
  commit("fix: x");
  EXPECT_EQ(next(), "1.4.3");
  commit("feat: x");
  EXPECT_EQ(next(), "1.5.0");
  commit("fix!: x");
  EXPECT_EQ(next(), "2.0.0");
}

TEST_F(NextVersionTest, LeavesTheStepToOneToPeople) {
  last("0.4.2");
  commit("feat!: x");
  EXPECT_EQ(next(), "0.5.0");
  EXPECT_EQ(next("major"), "1.0.0");
}

TEST_F(NextVersionTest, HasNothingToReleaseWhereNobodyAsks) {
  last("1.4.2");
  EXPECT_EQ(next(), "release-nothing: there is no commit since `1.4.2`");
  commit("docs: x");
  EXPECT_EQ(next(), "release-nothing: the only commit since `1.4.2` asks for no release");
  commit("Tidy up");
  EXPECT_EQ(next(), "release-nothing: none of 2 commits since `1.4.2` asks for a release");
  EXPECT_EQ(next("patch"), "1.4.3");
}

TEST_F(NextVersionTest, StartsWithWhatTheFileStates) {
  EXPECT_EQ(next(), "release-nothing: there is no commit");
  commit("Start");
  EXPECT_EQ(next(), "0.1.0");
  stated_ = numbering_.read("0.3.0-rc.1");
  EXPECT_EQ(next(), "0.3.0");
  EXPECT_EQ(next("", "rc"), "0.3.0-rc.1");
  EXPECT_EQ(next("minor"), "0.3.0");
}

TEST_F(NextVersionTest, NamesTheCommitThatDisagrees) {
  last("1.4.2");
  commit("feat: add likes");
  EXPECT_EQ(
      next("patch"),
      "release-disagreement: `--bump patch` makes `1.4.3`, but commit `abcdef0123` asks for a "
      "minor release: `feat: add likes`");
  EXPECT_EQ(
      next("1.4.9"),
      "release-disagreement: `--bump 1.4.9` makes `1.4.9`, but commit `abcdef0123` asks for a "
      "minor release: `feat: add likes`");
  EXPECT_EQ(next("major"), "2.0.0");
  EXPECT_EQ(next("major", "", true).substr(0, 20), "release-disagreement");
  EXPECT_EQ(next("minor", "", true), "1.5.0");
}

TEST_F(NextVersionTest, AnnouncesAndFinishes) {
  last("1.4.2");
  commit("feat: x", false);
  EXPECT_EQ(next("", "rc"), "1.5.0-rc.1");
  EXPECT_EQ(next("major", "rc"), "2.0.0-rc.1");
  last("1.5.0-rc.1");
  EXPECT_EQ(next(), "1.5.0");
  EXPECT_EQ(next("", "rc").substr(0, 15), "release-nothing");
  EXPECT_EQ(next("pre"), "1.5.0-rc.2");
  EXPECT_EQ(next("minor"), "1.5.0");
  commit("fix: y");
  EXPECT_EQ(next("", "rc"), "1.5.0-rc.2");
  EXPECT_EQ(next(), "1.5.0");
  commit("feat!: z");
  EXPECT_EQ(next("", "rc"), "2.0.0-rc.1");
  EXPECT_EQ(next(), "2.0.0");
}

TEST_F(NextVersionTest, NeverFallsBehindWhatIsAnnounced) {
  last("1.4.2");
  last("2.0.0-rc.1");
  commit("fix: y");
  EXPECT_EQ(next(), "2.0.0");
  EXPECT_EQ(next("", "rc"), "2.0.0-rc.2");
  EXPECT_EQ(next("pre", "beta"), "version: `2.0.0-beta.1` does not sort behind `2.0.0-rc.1`");
}

TEST_F(NextVersionTest, TakesAVersionThatIsLater) {
  last("1.4.2");
  EXPECT_EQ(next("1.6.0"), "1.6.0");
  EXPECT_EQ(next("1.4.2"), "version: `1.4.2` is released already");
  EXPECT_EQ(next("1.4.1"), "version: `1.4.1` does not sort behind `1.4.2`");
  EXPECT_EQ(next("1.5"), "version: `1.5` is no version of this package");
  EXPECT_EQ(next("1.5.0", "rc"), "`--pre rc` contradicts `--bump 1.5.0`");
  EXPECT_EQ(next("pre"), "version: `1.4.2` is no pre-release, so that none follows it");
}

TEST_F(NextVersionTest, CountsCalendarVersionsByTheDay) {
  const auto source = std::make_shared<const Source>("tizza.yaml", "YYYY.0M.MICRO");
  numbering_ = Numbering::calendar(*CalverPattern::read({source, {0, 13}}), VersionScheme::kPep440);
  commit("docs: x");
  EXPECT_EQ(next(), "2026.03.0");
  last("2026.02.3");
  EXPECT_EQ(next().substr(0, 15), "release-nothing");
  commit("feat!: x");
  EXPECT_EQ(next(), "2026.03.0");
  EXPECT_EQ(next("", "rc"), "2026.03.0rc1");
  last("2026.03.0rc1");
  EXPECT_EQ(next(), "2026.03.0");
  EXPECT_EQ(next("major"), "version: the pattern has no `MAJOR`");
  last("2026.03.0");
  EXPECT_EQ(next(), "2026.03.1");
}

TEST_F(NextVersionTest, SaysWhatItCannotCountOn) {
  numbering_ = Numbering::pep440();
  last("1.4.0.post1");
  commit("fix: x");
  EXPECT_EQ(next().substr(0, 9), "version: ");
}

}  // namespace
}  // namespace tizza::release
