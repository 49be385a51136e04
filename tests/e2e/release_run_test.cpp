// `tizza release run` with real git and bare remotes: killed at every change, and resumed or
// aborted. What needs no broken process is a golden case (tests/golden/release/).
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "support/run_killed.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

/// Two packages with a changelog each, and a remote, made anew for every round.
class ReleaseRun : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.add("home/.gitconfig", "[user]\n\tname = Ana\n\temail = ana@tizza.com\n");
    folder_.add("app/tizza.yaml",
                "release:\n  changelog: fragments\n  packages:\n    auth: {path: auth}\n"
                "    likes: {path: likes}\n");
    folder_.add("app/auth/setup.py", "VERSION = \"1.4.0\"\nsetup(version=VERSION)\n");
    folder_.add("app/auth/changelog.d/tokens.added.md", "Tokens expire.\n");
    folder_.add("app/likes/package.json", "{\"name\": \"likes\", \"version\": \"0.3.0\"}\n");
    folder_.add("app/likes/CHANGELOG.md", "# Likes\n");
    shell(
        "git init -q --bare -b main origin.git; cd app; git init -q -b main;"
        "git remote add origin ../origin.git; git add .; git commit -qm 'feat: start';"
        "git push -q origin main; cd ..; cp -a app app.new; cp -a origin.git origin.new");
  }

  void start_again() {
    shell("rm -rf app origin.git; cp -a app.new app; cp -a origin.new origin.git");
  }

  std::string shell(const std::string& script) const {
    return folder_.shell(
        "export HOME=\"$PWD/home\" GIT_CONFIG_NOSYSTEM=1 "
        "GIT_AUTHOR_DATE=2026-03-02T09:00:00Z "
        "GIT_COMMITTER_DATE=2026-03-02T09:00:00Z; unset GIT_CONFIG_GLOBAL; " +
        script);
  }

  /// Runs tizza in a process of its own that dies at its `number`th change; its exit code, or
  /// nothing where it died.
  std::optional<int> tizza(const std::vector<std::string>& arguments,
                           int number = kNeverReached) const {
    return run_killed({folder_ / "home",
                       folder_ / "app",
                       {{"GIT_AUTHOR_DATE", "2026-03-02T09:00:00Z"},
                        {"GIT_COMMITTER_DATE", "2026-03-02T09:00:00Z"}}},
                      arguments, number);
  }

  /// Everything that a release could have changed: refs there and here, files, what is staged.
  std::string state() const {
    return shell(
        "git -C origin.git for-each-ref; cd app; git for-each-ref; git branch --show-current;"
        "git status --porcelain; find . -path ./.git -prune -o -type f -print | sort | xargs "
        "sha256sum; ls .git/tizza/release 2>/dev/null | grep -v lock || :");
  }
  std::string remote() const { return shell("git -C origin.git for-each-ref"); }

  /// Kills the run at every change it makes. Whatever is there then, `resume` ends as an
  /// undisturbed run does, and `abort` as if nothing had been, where nothing is outside.
  void sweep(const std::vector<std::string>& arguments) {
    const std::string before = state(), remote_before = remote();
    ASSERT_EQ(tizza(arguments), 0);
    const std::string after = state(), remote_after = remote();
    ASSERT_NE(before, after);
    for (int number = 1;; ++number) {
      SCOPED_TRACE("killed at change " + std::to_string(number));
      start_again();
      if (tizza(arguments, number)) break;
      const bool is_out = remote() != remote_before;
      if (is_out) {
        EXPECT_EQ(remote(), remote_after);
      }
      const bool has_journal =
          std::filesystem::exists(folder_ / "app/.git/tizza/release/journal.json");
      shell("cp -a app app.killed; cp -a origin.git origin.killed");
      EXPECT_EQ(tizza({"release", "abort"}), is_out && has_journal ? 1 : 0);
      if (!is_out) {
        EXPECT_EQ(state(), before);
      }
      shell("rm -rf app origin.git; mv app.killed app; mv origin.killed origin.git");
      EXPECT_EQ(tizza({"release", "resume"}), 0);
      if (!has_journal && !is_out) {
        EXPECT_EQ(tizza(arguments), 0);
      }
      EXPECT_EQ(state(), after);
      if (HasFailure()) break;
    }
  }

  TemporaryFolder folder_;
};

TEST_F(ReleaseRun, EndsTheSameWhereverItIsKilled) {
  sweep({"release", "run", "--yes"});
}

TEST_F(ReleaseRun, EndsTheSameOnABranchOfItsOwn) {
  sweep({"release", "run", "--yes", "--mode", "branch"});
}

TEST_F(ReleaseRun, UndoesAllWhereTheServerRefuses) {
  folder_.add("origin.git/hooks/pre-receive", "#!/bin/sh\nexit 1\n");
  shell("chmod +x origin.git/hooks/pre-receive");
  const std::string before = state();
  EXPECT_EQ(tizza({"release", "run", "--yes"}), 1);
  EXPECT_EQ(state(), before);
  EXPECT_EQ(tizza({"release", "run", "--yes", "--mode", "branch"}), 1);
  EXPECT_EQ(state(), before);
}

TEST_F(ReleaseRun, FinishesAPushWhoseAnswerWasLost) {
  // The server takes everything, and the connection breaks behind that.
  folder_.add(
      "home/bin/git",
      "#!/bin/sh\nPATH=${PATH#*:}\ncase $1 in push) git \"$@\" >/dev/null; exit 128;; esac\n"
      "exec git \"$@\"\n");
  shell("chmod +x home/bin/git");
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", ((folder_ / "home/bin") + ":" + path).c_str(), 1);
  EXPECT_EQ(tizza({"release", "run", "--yes"}), 0);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_NE(shell("git -C origin.git tag").find("auth-1.4.0"), std::string::npos);
}

TEST_F(ReleaseRun, WaitsWhereNobodyKnowsWhetherItArrived) {
  folder_.add("home/bin/git",
              "#!/bin/sh\nPATH=${PATH#*:}\ncase $1 in push) touch \"$HOME/gone\"; exit 128;; "
              "ls-remote) [ ! -f \"$HOME/gone\" ] || exit 128;; esac\nexec git \"$@\"\n");
  shell("chmod +x home/bin/git");
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", ((folder_ / "home/bin") + ":" + path).c_str(), 1);
  EXPECT_EQ(tizza({"release", "run", "--yes"}), 6);
  EXPECT_EQ(tizza({"release", "run", "--yes"}), 1);
  EXPECT_EQ(tizza({"release", "abort"}), 2);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_EQ(tizza({"release", "status"}), 1);
  EXPECT_EQ(tizza({"release", "resume"}), 0);
  EXPECT_EQ(tizza({"release", "status"}), 0);
  EXPECT_NE(shell("git -C origin.git tag").find("likes-0.3.0"), std::string::npos);
}

/// A server that kills the release while it takes its push, and then waits: `gate` lets it go on.
constexpr const char* kSlowServer = "#!/bin/sh\nread id < ../id\nkill -9 $id\nread go < ../gate\n";

TEST_F(ReleaseRun, LeavesAPushThatOutlivedItAlone) {
  folder_.add("origin.git/hooks/pre-receive", kSlowServer);
  // The process that runs git is written down before each push.
  folder_.add("app/.git/hooks/pre-push",
              "#!/bin/sh\nsed -n 's/^PPid:[[:blank:]]*//p' /proc/$PPID/status > ../id\n");
  shell("chmod +x origin.git/hooks/pre-receive app/.git/hooks/pre-push; mkfifo gate");
  const std::string before = remote();
  EXPECT_EQ(tizza({"release", "run", "--yes"}), std::nullopt);
  const std::string left = state();
  EXPECT_EQ(tizza({"release", "abort"}), 2);
  EXPECT_EQ(tizza({"release", "resume"}), 2);
  EXPECT_EQ(tizza({"release", "status"}), 1);
  EXPECT_EQ(state(), left);
  EXPECT_EQ(remote(), before);
  shell("rm app/.git/hooks/pre-push; echo go > gate; flock app/.git/tizza/release/git.lock true");
  EXPECT_NE(remote(), before);
  EXPECT_EQ(tizza({"release", "abort"}), 1);
  EXPECT_EQ(tizza({"release", "resume"}), 0);
  EXPECT_EQ(shell("ls app/.git/tizza/release"), "lock\n");
}

TEST_F(ReleaseRun, UndoesWhatAnInterruptCutOff) {
  const std::string before = state();
  folder_.add("app/.git/hooks/pre-commit",
              "#!/bin/sh\nkill -INT $(sed -n 's/^PPid:[[:blank:]]*//p' /proc/$PPID/status)\n");
  shell("chmod +x app/.git/hooks/pre-commit");
  EXPECT_EQ(tizza({"release", "run", "--yes"}), 130);
  EXPECT_EQ(state(), before);
  EXPECT_EQ(tizza({"release", "status"}), 0);
}

TEST_F(ReleaseRun, WorksWithSha256) {
  shell(
      "rm -rf origin.git app/.git; git init -q --bare -b main --object-format=sha256 origin.git;"
      "cd app; git init -q -b main --object-format=sha256; git remote add origin ../origin.git;"
      "git add .; git commit -qm 'feat: start'; git push -q origin main");
  EXPECT_EQ(tizza({"release", "run", "--yes"}), 0);
  EXPECT_NE(shell("git -C origin.git tag").find("auth-1.4.0"), std::string::npos);
}

TEST_F(ReleaseRun, SignsCommitAndTags) {
  shell(
      "ssh-keygen -q -t ed25519 -N '' -f home/key; cd app; git config gpg.format ssh;"
      "git config user.signingKey \"$HOME/key.pub\";"
      "git config gpg.ssh.allowedSignersFile \"$HOME/signers\";"
      "echo \"ana@tizza.com $(cat \"$HOME/key.pub\")\" > \"$HOME/signers\"");
  EXPECT_EQ(tizza({"release", "run", "--yes", "--sign"}), 0);
  const std::string said = shell("cd app; { git verify-commit HEAD; git tag -v auth-1.4.0; } 2>&1");
  EXPECT_NE(said.find("Good \"git\" signature"), std::string::npos) << said;
  EXPECT_NE(said.rfind("Good \"git\" signature"), said.find("Good \"git\" signature")) << said;
}

}  // namespace
}  // namespace tizza::testing
