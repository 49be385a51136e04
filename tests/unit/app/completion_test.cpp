#include "app/completion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/live_names.hpp"
#include "base/folders.hpp"
#include "playbook/run_store.hpp"
#include "support/fake_context.hpp"
#include "support/source_dir.hpp"

namespace tizza::app {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The committed script is the generated one. TIZZA_UPDATE_GOLDEN=1 writes it.
void expect_committed(const std::string& name, const std::string& generated) {
  const std::string path = testing::source_dir() + "/completions/" + name;
  if (std::getenv("TIZZA_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << generated;
  EXPECT_TRUE(read(path) == generated)
      << "completions/" << name
      << " is not what the command table says; write it anew with\n"
         "  TIZZA_UPDATE_GOLDEN=1 build/tests/unit_app --gtest_filter='Completion.*'";
}

TEST(Completion, IsCommittedForBash) {
  expect_committed("tizza.bash", bash_completion());
}

TEST(Completion, IsCommittedForZsh) {
  expect_committed("_tizza", zsh_completion());
}

TEST(Completion, IsCommittedForFish) {
  expect_committed("tizza.fish", fish_completion());
}

using testing::FakeContext;

constexpr const char* kRegistry =
    "apiVersion: tizza/v1\n"
    "teams:\n"
    "  culinary: {email: team-culinary@tizza.com}\n"
    "services:\n"
    "  culinary-service: {owners: [culinary]}\n"
    "  auth-service: {owners: [nobody]}\n";

TEST(LiveNames, ComeFromTheRegistry) {
  FakeContext fake;
  fake.files.add("tizza-registry.yaml", kRegistry);
  using Names = std::vector<std::string>;
  EXPECT_EQ(live_names("services", "", {}, fake.context),
            (Names{"auth-service", "culinary-service"}));
  EXPECT_EQ(live_names("services", "cul", {}, fake.context), Names{"culinary-service"});
  EXPECT_EQ(live_names("teams", "", {}, fake.context), Names{"culinary"});
}

bool offers(FakeContext& fake, const char* kind, const char* name) {
  const auto names = live_names(kind, "", {}, fake.context);
  return std::count(names.begin(), names.end(), name) == 1;
}

TEST(LiveNames, ComeFromWhatTizzaBringsAlong) {
  FakeContext fake;
  EXPECT_TRUE(offers(fake, "templates", "django-rest"));
  EXPECT_TRUE(offers(fake, "playbooks", "revert-version"));
  EXPECT_TRUE(offers(fake, "rules", "path-params"));
  EXPECT_FALSE(offers(fake, "playbooks", "drill"));
  fake.files.add("playbooks/drill.yaml", "playbook: drill\n");
  EXPECT_TRUE(offers(fake, "playbooks", "drill"));
  EXPECT_EQ(live_names("playbooks", "playbooks/d", {}, fake.context),
            std::vector<std::string>{"playbooks/drill.yaml"});
}

TEST(LiveNames, ComeFromEntriesAndTheirFields) {
  FakeContext fake;
  EXPECT_TRUE(offers(fake, "registry-fields", "tier="));
  EXPECT_FALSE(offers(fake, "environments", "prod"));
  fake.files.add("tizza-registry.yaml", "services: {a: {environments: {prod: {hosts: [h1]}}}}\n");
  EXPECT_TRUE(offers(fake, "environments", "prod"));
}

TEST(LiveNames, DependOnTheWordsBefore) {
  FakeContext fake;
  using Names = std::vector<std::string>;
  EXPECT_EQ(live_names("config-values", "a", {"config", "set", "color"}, fake.context),
            (Names{"always", "auto"}));
  EXPECT_EQ(
      live_names("config-values", "", {"config", "set", "validate.allow-remote"}, fake.context),
      (Names{"false", "true"}));
  EXPECT_EQ(live_names("config-values", "", {"config", "set", "no-such"}, fake.context), Names{});
  EXPECT_EQ(live_names("questions", "", {"new", "no-such"}, fake.context), Names{});
  const auto questions = live_names("questions", "", {"new", "django-rest", "-d"}, fake.context);
  ASSERT_FALSE(questions.empty());
  EXPECT_TRUE(questions.front().ends_with("=")) << questions.front();
}

TEST(LiveNames, ComeFromRunsOfPlaybooks) {
  FakeContext fake;
  playbook::RunStore store(fake.files, state_folder(fake.environment));
  const auto id = store.create(fake.clock, fake.environment, "playbook: drill\n");
  ASSERT_TRUE(id.ok());
  EXPECT_TRUE(offers(fake, "runs", id->c_str()));
}

TEST(LiveNames, KnowEveryKindOfTheTable) {
  FakeContext fake;
  fake.files.add("tizza-registry.yaml", kRegistry);
  for (const auto* command : visible_commands()) {
    for (const auto& positional : command->positionals) {
      const auto kind = live_kind(positional.completer);
      if (kind.empty() || kind == "tags" || kind == "packages" || kind == "runs") continue;
      if (kind == "add-ons") continue;  // of a project
      EXPECT_FALSE(live_names(kind, "", {"color", "django-rest"}, fake.context).empty())
          << command->path << ": " << kind;
    }
  }
}

TEST(LiveNames, AreSilentWhereNothingCanBeRead) {
  FakeContext fake;
  for (const char* kind : {"services", "tags", "no-such-kind"}) {
    EXPECT_TRUE(live_names(kind, "", {}, fake.context).empty()) << kind;
  }
  fake.files.add("tizza-registry.yaml", "services: [");
  EXPECT_TRUE(live_names("services", "", {}, fake.context).empty());
  EXPECT_EQ(fake.terminal.err_text(), "");
}

}  // namespace
}  // namespace tizza::app
