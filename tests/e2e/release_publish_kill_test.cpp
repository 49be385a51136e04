// `tizza release run --publish` of two packages with built wheels, killed at every change and at
// random moments: `resume` ends in the same refs, files, index and registry as an undisturbed run.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <random>

#include "app/run.hpp"
#include "platform/system.hpp"
#include "support/kill_points.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

using std::chrono::microseconds;

constexpr int kNeverReached = 1'000'000;
constexpr int kRandomMoments = 100;
const std::vector<std::string> kRun = {"release", "run", "--publish", "--yes"};

/// When a process dies: at its `number`th change, or after a while.
struct Death {
  int number = kNeverReached;
  microseconds after{0};  ///< 0: never.
};

/// Folders of this test are in memory where the machine has such a place: hundreds of commits wait
/// for no disk.
struct InMemory {
  InMemory() {
    if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 1);
  }
  ~InMemory() { ::unsetenv("TMPDIR"); }
};

class ReleasePublish : public ::testing::Test {
 protected:
  void SetUp() override {
    // Orphans of a killed release become children of this process, so that it can wait for them.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    folder_.add("home/.gitconfig", "[user]\n\tname = Ana\n\temail = ana@tizza.com\n");
    folder_.add("app/tizza.yaml",
                "release:\n  changelog: keep-a-changelog\n  packages:\n    auth: {path: auth}\n"
                "    likes: {path: likes}\n");
    folder_.add("app/.gitignore", "dist/\n");
    folder_.add("app/auth/setup.py",
                "VERSION = \"1.4.0\"\nsetup(name=\"auth\", version=VERSION)\n");
    folder_.add("app/likes/pyproject.toml", "[project]\nname = \"likes\"\nversion = \"0.3.0\"\n");
    folder_.add(
        "tizza-registry.yaml",
        "apiVersion: tizza/v1\nteams:\n  identity: {email: identity@tizza.com}\n"
        "packages:\n  auth: {owners: [identity]}  # kept\n  likes:\n    owners: [identity]\n"
        "    released: {version: 0.3.0, sha256: " +
            std::string(64, 'a') + "}\n");
    shell(
        "git init -q --bare -b main origin.git; cd app; git init -q -b main;"
        "git remote add origin ../origin.git; git add .; git commit -qm 'feat: start';"
        "git tag auth-1.4.0; git tag likes-0.3.0; git push -q origin main --tags;"
        "echo '# a' >> auth/setup.py; echo '# b' >> likes/pyproject.toml;"
        "git commit -qam 'feat: more'; git push -q origin main; cd ..; python3 " +
        source_dir() + "/tests/support/make_wheel.py app/auth/dist auth 1.5.0; python3 " +
        source_dir() +
        "/tests/support/make_wheel.py app/likes/dist likes 0.4.0;"
        "mkdir packages; for part in $PARTS; do cp -a $part $part.new; done");
  }

  void start_again() { shell("for part in $PARTS; do rm -rf $part; cp -a $part.new $part; done"); }
  void keep() {
    shell("for part in $PARTS; do rm -rf $part.killed; cp -a $part $part.killed; done");
  }
  void return_to_kept() {
    shell("for part in $PARTS; do rm -rf $part; mv $part.killed $part; done");
  }

  std::string shell(const std::string& script) const {
    return folder_.shell(
        "export HOME=\"$PWD/home\" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_DATE=2026-03-02T09:00:00Z "
        "GIT_COMMITTER_DATE=2026-03-02T09:00:00Z PARTS='app origin.git packages "
        "tizza-registry.yaml'; unset GIT_CONFIG_GLOBAL; " +
        script);
  }

  /// The exit code of tizza, or nothing where it died. Git that it left behind has ended too.
  std::optional<int> tizza(const std::vector<std::string>& arguments, Death death = {}) const {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(run_as_child(arguments, death));
    int status = 0;
    ::waitpid(child, &status, 0);
    while (::waitpid(-1, nullptr, 0) > 0) continue;
    if (WIFSIGNALED(status)) return std::nullopt;
    return WEXITSTATUS(status);
  }

  int run_as_child(const std::vector<std::string>& arguments, Death death) const {
    ::setenv("HOME", (folder_ / "home").c_str(), 1);
    ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    ::setenv("GIT_AUTHOR_DATE", "2026-03-02T09:00:00Z", 1);
    ::setenv("GIT_COMMITTER_DATE", "2026-03-02T09:00:00Z", 1);
    ::setenv("TIZZA_RELEASE_INDEX", "../packages", 1);
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                             "GIT_CONFIG_GLOBAL", "TIZZA_REGISTRY"}) {
      ::unsetenv(name);
    }
    std::filesystem::current_path(folder_ / "app");
    const int log = ::open((folder_ / "log").c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
    for (int stream = 0; stream < 3; ++stream) ::dup2(log, stream);
    platform::System system;
    KillPoint point(death.number);
    KilledFileSystem files(system.files, point);
    KilledGit git(system.git, point);
    KilledProcesses processes(system.processes, point);
    commands::Context context{files,           processes,         git,
                              system.http,     system.clock,      system.environment,
                              system.terminal, system.interrupts, system.archives};
    if (death.after.count() > 0) die_after(death.after);
    return app::run(arguments, context);
  }

  static void die_after(microseconds while_) {
    sigevent event = {};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGKILL;
    timer_t timer = {};
    ::timer_create(CLOCK_MONOTONIC, &event, &timer);
    itimerspec when = {};
    when.it_value.tv_sec = while_.count() / 1'000'000;
    when.it_value.tv_nsec = while_.count() % 1'000'000 * 1000;
    ::timer_settime(timer, 0, &when, nullptr);
  }

  std::string outside() const {
    return shell(
        "git -C origin.git for-each-ref; find packages -type f -not -name '.*' | sort | xargs -r "
        "sha256sum; cat tizza-registry.yaml");
  }
  std::string state() const {
    return outside() + shell(
                           "cd app; git for-each-ref; git status --porcelain; find . -path ./.git "
                           "-prune -o -type f -print | sort | xargs sha256sum;"
                           "ls .git/tizza/release 2>/dev/null | grep -v lock || :");
  }
  bool has_journal() const {
    return std::filesystem::exists(folder_ / "app/.git/tizza/release/journal.json");
  }
  std::string log() const { return folder_.text("log"); }

  /// Kills the run; then `resume`, and where nothing is outside yet `abort` too, end it whole.
  /// Whether it died.
  bool end_after(Death death) {
    start_again();
    if (tizza(kRun, death)) return false;
    const bool is_pushed = shell("git -C origin.git tag").find("auth-1.5.0") != std::string::npos;
    if (!is_pushed) {
      EXPECT_EQ(outside(), outside_before_) << "something is visible before the push";
      keep();
      EXPECT_EQ(tizza({"release", "abort"}), 0) << log();
      EXPECT_EQ(state(), before_);
      return_to_kept();
    }
    const bool is_under_way = has_journal();
    EXPECT_EQ(tizza({"release", "resume"}), 0) << log();
    if (!is_under_way && !is_pushed) {
      EXPECT_EQ(tizza(kRun), 0) << log();
    }
    EXPECT_EQ(state(), after_);
    return true;
  }

  void run_undisturbed() {
    before_ = state();
    outside_before_ = outside();
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(tizza(kRun), 0) << log();
    duration_ = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);
    after_ = state();
    ASSERT_NE(before_, after_);
  }

  InMemory in_memory_;
  TemporaryFolder folder_;
  std::string before_, outside_before_, after_;
  microseconds duration_{0};
};

TEST_F(ReleasePublish, EndsTheSameWhereverItIsKilled) {
  run_undisturbed();
  for (int number = 1;; ++number) {
    SCOPED_TRACE("killed at change " + std::to_string(number));
    if (!end_after({number}) || HasFailure()) break;
  }
}

TEST_F(ReleasePublish, EndsTheSameAtRandomMoments) {
  run_undisturbed();
  const unsigned seed = std::random_device()();
  std::mt19937 random(seed);
  std::uniform_int_distribution<int64_t> moment(1, duration_.count());
  for (int round = 0; round < kRandomMoments && !HasFailure(); ++round) {
    const microseconds after(moment(random));
    SCOPED_TRACE("seed " + std::to_string(seed) + ", killed after " +
                 std::to_string(after.count()) + " us");
    end_after({kNeverReached, after});
  }
}

TEST_F(ReleasePublish, NotesTheReleaseInTheRegistry) {
  run_undisturbed();
  const std::string registry = folder_.text("tizza-registry.yaml");
  EXPECT_NE(registry.find("# kept"), std::string::npos);
  EXPECT_NE(registry.find("version: 1.5.0"), std::string::npos) << registry;
  EXPECT_EQ(registry.find("aaaa"), std::string::npos) << registry;
  const std::string commit = shell("git -C app rev-parse 'auth-1.5.0^{commit}' | tr -d '\\n'");
  EXPECT_NE(registry.find(commit), std::string::npos) << registry;
  const std::string digest = shell("sha256sum packages/pool/auth-*.whl | cut -c1-64 | tr -d '\\n'");
  EXPECT_NE(registry.find(digest), std::string::npos) << registry;
}

TEST_F(ReleasePublish, GoesOnWhereTheIndexWasInTheWay) {
  // Behind the push the index cannot be written: nothing is undone, and `resume` ends it.
  run_undisturbed();
  start_again();
  folder_.add("origin.git/hooks/post-receive", "#!/bin/sh\ntouch " + (folder_ / "packages/pool"));
  shell("chmod +x origin.git/hooks/post-receive");
  EXPECT_EQ(tizza(kRun), 2);
  EXPECT_NE(log().find("resume"), std::string::npos) << log();
  EXPECT_EQ(tizza({"release", "abort"}), 1);
  EXPECT_EQ(tizza(kRun), 1);
  shell("rm packages/pool");
  EXPECT_EQ(tizza({"release", "resume"}), 0) << log();
  EXPECT_EQ(state(), after_);
}

TEST_F(ReleasePublish, UndoesAllWhereTheIndexHasOtherBytes) {
  shell("cd app; python3 " + source_dir() +
        "/tests/support/make_wheel.py ../other auth 1.5.0 '>=3.9'");
  EXPECT_EQ(tizza({"release", "publish", "../other/auth-1.5.0-py3-none-any.whl"}), 0) << log();
  const std::string before = state();
  EXPECT_EQ(tizza(kRun), 1);
  EXPECT_EQ(state(), before);
}

}  // namespace
}  // namespace tizza::testing
