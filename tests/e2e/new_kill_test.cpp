// `kill -9` at every change that `tizza new` makes: nothing or the whole is there afterwards, and
// the next call ends what the killed one began.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/run_killed.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

constexpr const char* kRegistry =
    "apiVersion: tizza/v1\n"
    "teams:\n"
    "  culinary: {email: team-culinary@tizza.com}\n";
constexpr const char* kManifest =
    "apiVersion: tizza/v1\n"
    "name: sample\n"
    "kind: service\n"
    "register:\n"
    "  services:\n"
    "    \"{{ destination }}\": {owners: [culinary]}\n";

class NewKillTest : public ::testing::Test {
 protected:
  NewKillTest() {
    home_.add(".gitconfig", "[user]\n\tname = Ana\n\temail = ana@tizza.com\n");
    folder_.add("tizza-registry.yaml", kRegistry);
    folder_.add("t/tizza-template.yaml", kManifest);
    folder_.add("t/files/a.txt.jinja", "{{ destination }}\n");
    folder_.add("t/files/deep/b.txt", "b\n");
  }

  /// Whether `tizza new` died at its `number`th change; else it did what it should.
  bool dies_at(int number) const {
    const auto code = run_killed({home_.path(), folder_.path()},
                                 {"new", "./t", "culinary-service", "--defaults"}, number);
    EXPECT_EQ(code.value_or(0), 0);
    return !code;
  }

  bool exists(const std::string& path) const { return std::filesystem::exists(folder_ / path); }

  bool is_whole() const {
    return folder_.text("culinary-service/a.txt") == "culinary-service\n" &&
           folder_.text("culinary-service/deep/b.txt") == "b\n" &&
           exists("culinary-service/.tizza-answers.yaml") &&
           folder_.shell("git -C culinary-service status --porcelain").empty() &&
           folder_.shell("git -C culinary-service rev-list --count HEAD") == "1\n";
  }

  bool is_registered() const {
    return folder_.text("tizza-registry.yaml").find("culinary-service") != std::string::npos;
  }

  /// Hidden folders beside the destination, and records of what is not done.
  std::vector<std::string> leftovers() const {
    std::vector<std::string> found;
    for (const auto& root : {folder_.path(), home_.path()}) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const std::string name = entry.path().filename();
        const size_t mark = name.find(".tizza-");
        const bool is_hidden = mark != std::string::npos && mark > 0;
        const bool is_record = entry.path().string().find("/tizza/new/") != std::string::npos &&
                               name.ends_with(".json");
        if (is_hidden || is_record) found.push_back(entry.path());
      }
    }
    return found;
  }

  TemporaryFolder folder_;
  TemporaryFolder home_;
};

TEST_F(NewKillTest, LeavesNothingOrTheWhole) {
  int deaths = 0;
  for (int number = 1;; ++number) {
    SCOPED_TRACE("killed at change " + std::to_string(number));
    const bool died = dies_at(number);
    if (!died) break;
    ++deaths;
    EXPECT_TRUE(!exists("culinary-service") || is_whole());
    EXPECT_TRUE(!is_registered() || exists("culinary-service"));

    EXPECT_FALSE(dies_at(kNeverReached));
    EXPECT_TRUE(is_whole());
    EXPECT_TRUE(is_registered());
    EXPECT_EQ(leftovers(), std::vector<std::string>());

    folder_.shell("rm -rf culinary-service");
    folder_.add("tizza-registry.yaml", kRegistry);
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(deaths, 8);
}

}  // namespace
}  // namespace tizza::testing
