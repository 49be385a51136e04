#include "release/history.hpp"

#include <gtest/gtest.h>

#include "support/fake_git.hpp"

namespace tizza::release {
namespace {

using Names = std::vector<std::string>;

Tracked tracked(const std::string& path, const std::string& tags, const std::string& name = "") {
  return {path, *TagTemplate::read(tags, name, {}), Numbering::pep440()};
}

Names names(const std::vector<VersionTag>& tags) {
  Names found;
  for (const VersionTag& tag : tags) found.push_back(tag.tag.name);
  return found;
}

TEST(OwnTags, AreNeverParsedAsAnothersOwn) {
  const std::vector<GitTag> tags = {{"auth-1.0"}, {"auth-2-3.0"}, {"auth-latest"}, {"auth-2-1.0"},
                                    {"1.5"},      {"v1.0"},       {"auth-2"}};
  const auto own =
      own_tags(tags, {tracked("a", "{name}-{version}", "auth"),
                      tracked("b", "{name}-{version}", "auth-2"), tracked("c", "{version}")});
  EXPECT_EQ(names(own[0]), (Names{"auth-2", "auth-1.0"}));
  EXPECT_EQ(names(own[1]), (Names{"auth-2-3.0", "auth-2-1.0"}));
  EXPECT_EQ(names(own[2]), Names{"1.5"});
}

TEST(OwnTags, LetTheFinalOfTwoOnOneCommitWin) {
  const auto own =
      own_tags({{"1.5.0rc1", "a"}, {"1.4.0", "a"}, {"1.4.0rc1", "b"}}, {tracked("", "{version}")});
  EXPECT_EQ(names(own[0]), (Names{"1.4.0", "1.4.0rc1"}));
}

class HistoryTest : public ::testing::Test {
 protected:
  HistoryTest() {
    repository_.head_commit = "4444444";
    for (const char* id : {"4444444", "3333333", "2222222", "1111111"}) {
      GitCommit commit;
      commit.id = id;
      commit.message = std::string("fix: ") + id[0];
      repository_.history.push_back(commit);
      repository_.ancestry.insert({id, "4444444"});
    }
  }

  std::vector<PackageHistory> read(const std::vector<Tracked>& packages) {
    git_.add(repository_);
    const auto opened = *git_.open("/workspace");
    return *read_histories(*opened, *opened->tags(), packages, usual_commit_types());
  }
  static Names subjects(const PackageHistory& history) {
    Names found;
    for (const Change& change : history.changes) {
      found.push_back(change.subject + (change.is_new ? "" : " old"));
    }
    return found;
  }

  testing::FakeRepository repository_;
  testing::FakeGit git_;
};

TEST_F(HistoryTest, StartsBehindTheHighestTagThatHeadLeadsTo) {
  repository_.tags = {{"1.0", "1111111"}, {"1.1", "3333333"}, {"2.0", "9999999"}};
  const auto history = read({tracked("", "{version}")})[0];
  EXPECT_EQ(history.latest->tag.name, "1.1");
  EXPECT_EQ(history.stable->tag.name, "1.1");
  EXPECT_EQ(subjects(history), Names{"fix: 4"});
}

TEST_F(HistoryTest, GoesBackToTheLastFinalOne) {
  repository_.tags = {{"1.0", "1111111"}, {"1.1rc1", "3333333"}};
  const auto history = read({tracked("", "{version}")})[0];
  EXPECT_EQ(history.latest->tag.name, "1.1rc1");
  EXPECT_EQ(history.stable->tag.name, "1.0");
  EXPECT_EQ(subjects(history), (Names{"fix: 4", "fix: 3 old", "fix: 2 old"}));
}

TEST_F(HistoryTest, FindsAnOldTagBelowManyThatAreElsewhere) {
  for (int i = 0; i < 30; ++i) repository_.tags.push_back({"2." + std::to_string(i), "9999999"});
  repository_.tags.push_back({"1.0", "2222222"});
  EXPECT_EQ(read({tracked("", "{version}")})[0].latest->tag.name, "1.0");
}

TEST_F(HistoryTest, SkipsPackagesThatNobodyAskedFor) {
  auto other = tracked("b", "{name}-{version}", "b");
  other.is_wanted = false;
  repository_.tags = {{"a-1.0", "2222222"}, {"b-1.0", "1111111"}};
  const auto histories = read({tracked("a", "{name}-{version}", "a"), other});
  EXPECT_EQ(subjects(histories[0]).size(), 2u);
  EXPECT_FALSE(histories[1].latest);
}

TEST_F(HistoryTest, IsAllOfItWithoutATag) {
  EXPECT_EQ(read({tracked("", "{version}")})[0].changes.size(), 4u);
}

}  // namespace
}  // namespace tizza::release
