#include "registry/update.hpp"

#include <gtest/gtest.h>

#include <cerrno>

#include "registry/load.hpp"
#include "support/fake_context.hpp"

namespace tizza::registry {
namespace {

constexpr const char* kPath = "tizza-registry.yaml";
constexpr const char* kText =
    "apiVersion: tizza/v1\nteams: {t: {email: t@tizza.com}}\nservices:\n  a: {owners: [t]}\n";

/// Sets one field of service `a`.
Plan setting(const std::string& assignment) {
  return [assignment](const Registry& registry) -> Result<FileChange> {
    TIZZA_TRY(Assignment parsed, parse_assignment(Kind::kService, assignment));
    return set_fields(*registry.find(Kind::kService, "a"), {std::move(parsed)});
  };
}

class UpdateTest : public ::testing::Test {
 protected:
  UpdateTest() { fake_.files.add(kPath, kText); }

  Result<FileChange> make(const Plan& plan) {
    return make_change(fake_.files, fake_.environment, kPath, plan);
  }

  testing::FakeContext fake_;
};

TEST_F(UpdateTest, WritesUnderALockInTheStateFolder) {
  ASSERT_TRUE(make(setting("tier=2")).ok());
  EXPECT_NE(fake_.files.text(kPath).find("{owners: [t], tier: 2}"), std::string::npos);
  const auto state = fake_.files.tree(fake_.environment.home() + "/.local/state/tizza/locks");
  EXPECT_EQ(state.size(), 1u);
}

TEST_F(UpdateTest, PlanningChangesNothing) {
  const int writes = fake_.files.writes();
  EXPECT_TRUE(plan_change(fake_.files, kPath, setting("tier=2")).ok());
  EXPECT_EQ(fake_.files.writes(), writes);
}

TEST_F(UpdateTest, RefusesWhatMakesTheRegistryWorse) {
  const auto change = make(setting("owners=nobody"));
  ASSERT_FALSE(change.ok());
  EXPECT_EQ(change.error().diagnostic.rule, "unknown-team");
  EXPECT_EQ(fake_.files.text(kPath), kText);
}

TEST_F(UpdateTest, AFaultyRegistryCanBeMended) {
  fake_.files.add(kPath,
                  "apiVersion: tizza/v1\nteams: {t: {email: t@tizza.com}}\nservices:\n"
                  "  a: {owners: [x], tier: 99}\n");
  EXPECT_TRUE(make(setting("tier=1")).ok());
  EXPECT_TRUE(make(setting("owners=t")).ok());
}

TEST_F(UpdateTest, PlansAnewWhereAnotherWriterWasFaster) {
  int plans = 0;
  const auto change = make([&](const Registry& registry) {
    // Between reading and writing another program adds a comment.
    if (++plans == 1) fake_.files.add(kPath, std::string(kText) + "# other\n");
    return setting("tier=2")(registry);
  });
  ASSERT_TRUE(change.ok());
  EXPECT_EQ(plans, 2);
  EXPECT_TRUE(fake_.files.text(kPath).ends_with("tier: 2}\n# other\n"));
}

TEST_F(UpdateTest, GivesUpWhereTheFileNeverRests) {
  std::string text = kText;
  const auto change = make([&](const Registry& registry) {
    fake_.files.add(kPath, text += "# more\n");
    return setting("tier=2")(registry);
  });
  ASSERT_FALSE(change.ok());
  EXPECT_EQ(change.error().diagnostic.rule, "file-changed");
}

TEST_F(UpdateTest, AFullDiskLeavesTheFileAsItWas) {
  fake_.files.limit_space(8);
  EXPECT_FALSE(make(setting("description=Something longer than the disk")).ok());
  EXPECT_EQ(fake_.files.text(kPath), kText);
}

TEST_F(UpdateTest, AnyFailingWriteLeavesTheFileWhole) {
  for (int nth = 1; nth < 8; ++nth) {
    fake_.files.add(kPath, kText);
    fake_.files.fail_nth_write(nth, EIO);
    const auto change = make(setting("tier=2"));
    fake_.files.fail_nth_write(0, 0);
    const bool is_whole = change.ok() || fake_.files.text(kPath) == kText;
    EXPECT_TRUE(is_whole) << nth;
  }
}

TEST_F(UpdateTest, NumbersThatAreTextsKeepTheirLook) {
  fake_.files.add(kPath, std::string(kText) + "people:\n  p: {name: P, phone: +36123456789}\n");
  const auto change = make([](const Registry& registry) -> Result<FileChange> {
    TIZZA_TRY(Assignment parsed, parse_assignment(Kind::kPerson, "phone=+36123456780"));
    return set_fields(*registry.find(Kind::kPerson, "p"), {std::move(parsed)});
  });
  ASSERT_TRUE(change.ok());
  EXPECT_NE(change->after.find("phone: +36123456780}"), std::string::npos);
}

}  // namespace
}  // namespace tizza::registry
