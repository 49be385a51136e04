#include "release/tag_plan.hpp"

#include <gtest/gtest.h>

#include "release/plan_view.hpp"
#include "support/fake_file_system.hpp"
#include "support/fake_git.hpp"
#include "text/writer.hpp"

namespace tizza::release {
namespace {

using testing::FakeFileSystem;
using testing::FakeGit;
using testing::FakeRepository;

const std::string kHead = "aaaaaaaaaaaa";
const std::string kOther = "bbbbbbbbbbbb";

/// A package whose release nothing stands in the way of; a test breaks one thing of it. A longer
/// pattern of an answer beats the ones given here.
class TagPlanTest : public ::testing::Test {
 protected:
  TagPlanTest() : repository_(git_.add({})) {
    repository_.head_commit = kHead;
    repository_.blobs[{"HEAD", "setup.py"}] = "VERSION = '1.4.0'\n";
    files_.add("setup.py", "VERSION = '1.4.0'\n");
    git_.answer("--no-optional-locks *", {0, ""});
    git_.answer("-c *", {0, "Ana <ana@tizza.com> 1 +0000\n"});
    git_.answer("remote", {0, "origin\n"});
    git_.answer("ls-remote *", {0, kHead + "\trefs/heads/main\n"});
  }

  void remote_has(const std::string& refs) { git_.answer("ls-remote -- origin *", {0, refs}); }

  TagPlan plan(const TagRequest& request = {}) {
    const Settings settings = *read_settings({}, ".");
    return *plan_tag(*Repository::open(git_, ".", false), files_, settings, {&settings.packages[0]},
                     request);
  }

  /// `STATE MESSAGE` of one guard.
  static std::string guard(const TagPlan& plan, std::string_view id) {
    for (const Guard& guard : plan.guards) {
      if (guard.id == id) return std::string(to_string(guard.state)) + " " + guard.about.message;
    }
    return "absent";
  }

  FakeGit git_;
  FakeFileSystem files_;
  FakeRepository& repository_;
};

TEST_F(TagPlanTest, HoldsWhereNothingStandsInTheWay) {
  const TagPlan ready = plan();
  EXPECT_EQ(verdict_of(ready.guards), Verdict::kDone);
  EXPECT_EQ(ready.packages[0].work, TagWork::kCreateAndPush);
  EXPECT_EQ(ready.refs(), std::vector<std::string>{"refs/tags/1.4.0"});
  EXPECT_TRUE(findings_of(ready.guards).empty());
}

TEST_F(TagPlanTest, AsksOnlyReadingCommands) {
  (void)plan();
  for (const std::string& line : git_.log()) {
    EXPECT_TRUE(line.starts_with("--no-optional-locks status") || line.starts_with("-c user.") ||
                line == "remote" || line.starts_with("ls-remote"))
        << line;
  }
}

TEST_F(TagPlanTest, KnowsATagThatIsHereAlready) {
  repository_.tags = {{"1.4.0", kHead, true}};
  const TagPlan found = plan();
  EXPECT_EQ(found.packages[0].work, TagWork::kPush);
  EXPECT_EQ(guard(found, "tag"), "note `1.4.0` is on this commit here, but not yet at `origin`");
  EXPECT_EQ(verdict_of(found.guards), Verdict::kDone);
}

TEST_F(TagPlanTest, ComparesThePeeledCommitOfTheRemotesTag) {
  remote_has("cccc\trefs/tags/1.4.0\n" + kHead + "\trefs/tags/1.4.0^{}\n");
  const TagPlan found = plan();
  EXPECT_TRUE(found.is_released());
  EXPECT_TRUE(found.refs().empty());
  EXPECT_EQ(guard(found, "tag"), "ok `1.4.0` is on this commit at `origin` already");
}

TEST_F(TagPlanTest, NamesBothCommitsOfATakenTag) {
  remote_has(kOther + "\trefs/tags/1.4.0\n" + kHead + "\trefs/heads/main\n");
  const TagPlan found = plan();
  EXPECT_EQ(guard(found, "tag"),
            "failed tag `1.4.0` is on commit `bbbbbbbbbb` at `origin`, but HEAD is `aaaaaaaaaa`");
  EXPECT_FALSE(found.is_released());
}

TEST_F(TagPlanTest, IsNotReleasedWhereTheLocalTagContradictsTheRemote) {
  repository_.tags = {{"1.4.0", kOther, true}};
  remote_has(kHead + "\trefs/tags/1.4.0\n" + kHead + "\trefs/heads/main\n");
  const TagPlan found = plan();
  EXPECT_FALSE(found.is_released());
  EXPECT_EQ(guard(found, "tag"),
            "failed tag `1.4.0` is on commit `bbbbbbbbbb` here, but HEAD is `aaaaaaaaaa`");
}

TEST_F(TagPlanTest, FetchesTheRemotesBranchWhereItsCommitIsNotHere) {
  remote_has(kOther + "\trefs/heads/main\n");
  git_.answer("fetch *", [this](const GitRequest&) {
    repository_.revisions[kOther] = kOther;
    repository_.ancestry.insert({kHead, kOther});
    return Result<GitOutcome>(GitOutcome{});
  });
  EXPECT_EQ(guard(plan(), "pushed"), "ok HEAD is in `main` at `origin`");
}

TEST_F(TagPlanTest, DoesNotFetchWhatIsHere) {
  remote_has(kOther + "\trefs/heads/main\n");
  repository_.revisions[kOther] = kOther;
  repository_.ancestry.insert({kOther, kHead});
  EXPECT_EQ(guard(plan(), "pushed"), "failed HEAD `aaaaaaaaaa` is not in `main` at `origin` yet");
}

TEST_F(TagPlanTest, CannotJudgeWhatItCannotFetch) {
  remote_has(kOther + "\trefs/heads/main\n");
  git_.answer("fetch *", {128, "", "fatal: the remote end hung up unexpectedly\n"});
  const TagPlan found = plan();
  EXPECT_EQ(guard(found, "pushed"),
            "unknown cannot fetch `main` from `origin`: the remote end hung up unexpectedly");
  EXPECT_EQ(verdict_of(found.guards), Verdict::kCouldNotRun);
}

TEST_F(TagPlanTest, KeepsASilentRemoteApartFromANo) {
  git_.answer("ls-remote -- origin *", {128, "", "fatal: unable to access 'https://***@h/'\n"});
  files_.add("setup.py", "VERSION = 'x'\n");
  const TagPlan found = plan();
  EXPECT_EQ(guard(found, "remote"),
            "unknown cannot read the refs of `origin`: unable to access 'https://***@h/'");
  EXPECT_EQ(guard(found, "pushed"), "skipped needs the remote");
  EXPECT_EQ(guard(found, "tag"), "skipped needs a version");
  EXPECT_EQ(verdict_of(found.guards), Verdict::kCouldNotRun) << "2 beats 1";
}

TEST_F(TagPlanTest, NeverHandsAnInvalidVersionToGit) {
  files_.add("setup.py", "VERSION = '--upload-pack=x'\n");
  const TagPlan found = plan();
  EXPECT_EQ(found.packages[0].tag, "");
  EXPECT_TRUE(found.refs().empty());
  for (const std::string& line : git_.log()) {
    EXPECT_EQ(line.find("upload-pack"), std::string::npos) << line;
  }
}

TEST_F(TagPlanTest, FollowsASymlinkToWhatIsCommitted) {
  files_.add("shared/setup.py", "VERSION = '1.4.0'\n");
  files_.add_symlink("setup.py", "shared/setup.py");
  repository_.blobs.clear();
  repository_.blobs[{"HEAD", "shared/setup.py"}] = "VERSION = '1.4.0'\n";
  EXPECT_EQ(guard(plan(), "version"), "ok `setup.py` states `1.4.0`");
}

TEST_F(TagPlanTest, FailsAllGuardsTogether) {
  repository_.is_shallow = true;
  repository_.head_branch = std::nullopt;
  files_.add("setup.py", "VERSION = '1.5.0'\n");
  git_.answer("--no-optional-locks status *", {0, std::string("? x\0", 4)});
  git_.answer("-c user.useConfigOnly=true *", {128, "", "fatal: empty ident name\n"});
  git_.answer("remote", {0, "upstream\n"});
  const TagPlan found = plan({.remote = "upstraem"});
  EXPECT_EQ(findings_of(found.guards).size(), 6u);
  EXPECT_EQ(guard(found, "version"),
            "failed `setup.py` states `1.5.0`, but at HEAD it states "
            "`1.4.0`");
  EXPECT_EQ(guard(found, "remote"), "failed there is no remote `upstraem`");
}

TEST_F(TagPlanTest, ShowsTheHighestVersionAmongTheTags) {
  repository_.tags = {{"1.9.0", kHead, true}, {"1.10.0rc1", kOther, true}, {"nightly", kHead}};
  const TagPlan found = plan();
  ASSERT_TRUE(found.packages[0].latest);
  EXPECT_EQ(found.packages[0].latest->tag.name, "1.10.0rc1");
  EXPECT_EQ(found.tag_count, 3u);
  EXPECT_EQ(guard(found, "tag"),
            "note `1.4.0` is free, but sorts before the latest tag "
            "`1.10.0rc1`");
}

TEST_F(TagPlanTest, IsShownOnNarrowTerminalsAndAsData) {
  files_.add("setup.py", "VERSION = '1.4.0-'\n");
  const std::string text = plan_text(plan(), {.width = 60});
  EXPECT_NE(text.find("  failed   version   Python version `1.4.0-` has `-` where\n"
                      "                     it cannot stand (setup.py:1:17)\n"),
            std::string::npos)
      << text;
  EXPECT_TRUE(text.ends_with("not ready: 1 of 8 guards does not hold\n")) << text;
  const std::string json = write_json(plan_value(plan()));
  EXPECT_NE(json.find("\"at\":{\"path\":\"setup.py\",\"line\":1,\"column\":17}"), std::string::npos)
      << json;
}

}  // namespace
}  // namespace tizza::release
