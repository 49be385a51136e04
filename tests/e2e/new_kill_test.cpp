// `kill -9` at every change that `tizza new` makes: nothing or the whole is there afterwards, and
// the next call ends what the killed one began.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "app/run.hpp"
#include "platform/system.hpp"
#include "support/kill_points.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

constexpr int kNeverReached = 1'000'000;
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

  /// Runs `tizza new` in a process that dies at its `number`th change; whether it died.
  bool dies_at(int number) const {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(run_as_child(number));
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
    return WIFSIGNALED(status);
  }

  int run_as_child(int number) const {
    ::setenv("HOME", home_.path().c_str(), 1);
    ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                             "GIT_CONFIG_GLOBAL", "TIZZA_REGISTRY"}) {
      ::unsetenv(name);
    }
    std::filesystem::current_path(folder_.path());
    const int nothing = ::open("/dev/null", O_RDWR);
    for (int stream = 0; stream < 3; ++stream) ::dup2(nothing, stream);
    platform::System system;
    KillPoint point(number);
    KilledFileSystem files(system.files, point);
    KilledGit git(system.git, point);
    commands::Context context{files,           system.processes, git,
                              system.http,     system.clock,     system.environment,
                              system.terminal, system.interrupts};
    return app::run({"new", "./t", "culinary-service", "--defaults"}, context);
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
