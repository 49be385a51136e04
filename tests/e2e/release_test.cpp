// Releases with the real binary, the user's git and bare remotes that are pushed to. What needs
// neither another process nor a broken one is a golden case (tests/golden/release/).
#include <gtest/gtest.h>

#include "base/strings.hpp"
#include "support/local_server.hpp"
#include "support/temporary_folder.hpp"

namespace tizza {
namespace {

/// How a call of tizza ended, and both of its streams.
struct Outcome {
  int code = -1;
  std::string text;

  bool says(std::string_view words) const { return text.find(words) != std::string::npos; }
};

/// In a hook of the push: the process that runs git.
const std::string kParent = "$(sed -n 's/^PPid:[[:blank:]]*//p' /proc/$PPID/status)";

class Release : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.add("home/.gitconfig", "");
    make_repository("");
  }

  /// A package in app/ whose only commit is at origin.git.
  void make_repository(const std::string& init_options) {
    folder_.shell("rm -rf app origin.git; git init -q --bare -b main " + init_options +
                  " origin.git;" + "git init -q -b main " + init_options + " app");
    folder_.add("app/setup.py", "VERSION = \"1.4.0\"\nsetup(version=VERSION)\n");
    app("git remote add origin ../origin.git; git add .; git commit -qm Add;"
        "git push -q origin main");
  }

  /// Runs a script in the package's folder.
  std::string app(const std::string& script) const {
    return folder_.shell("export HOME=\"$PWD/home\"; cd app; " + script);
  }

  /// Runs `tizza release tag` in the package's folder; `prefix` may go elsewhere or set variables.
  Outcome tag(const std::string& prefix = "") const { return outcome(app(prefix + command())); }

  /// Prints the streams and, as the last line, the exit code.
  static std::string command() {
    return " { " + shell_quote(TIZZA_BINARY) + " release tag 2>&1 && echo 0; } || echo $?";
  }
  static Outcome outcome(std::string text) {
    const size_t line = text.rfind('\n', text.size() - 2) + 1;
    const int code = std::stoi(text.substr(line));
    return {code, text.substr(0, line)};
  }

  /// Name and commit of each tag of a repository, one a line.
  std::string tags(const std::string& repository) const {
    return folder_.shell("git -C " + repository +
                         " for-each-ref refs/tags --format='%(refname:short) %(*objectname)'");
  }
  std::string released() const { return "1.4.0 " + app("git rev-parse HEAD"); }

  void add_hook(const std::string& path, const std::string& script) {
    folder_.add(path, "#!/bin/sh\n" + script);
    folder_.shell("chmod +x " + path);
  }

  testing::TemporaryFolder folder_;
};

TEST_F(Release, PassesAProtectedBranch) {
  add_hook("origin.git/hooks/pre-receive",
           "while read old new ref; do case $ref in refs/heads/main) exit 1;; esac; done\n");
  EXPECT_EQ(tag().code, 0);
  EXPECT_EQ(tags("origin.git"), released());
}

TEST_F(Release, RespectsTheHookOfThePerson) {
  add_hook("app/.git/hooks/pre-push", "echo 'not on a Friday' >&2\nexit 1\n");
  const Outcome said = tag();
  EXPECT_TRUE(said.says("did not take the tag `1.4.0`")) << said.text;
  EXPECT_TRUE(said.says("the local tag `1.4.0` is removed again")) << said.text;
  EXPECT_EQ(said.code, 2) << said.text;
  EXPECT_EQ(tags("app"), "");
}

TEST_F(Release, FinishesAfterAKillBetweenTagAndPush) {
  // The hook runs when the tag is made and nothing is pushed; git's parent is the release.
  add_hook("app/.git/hooks/pre-push", "kill -9 " + kParent + "\nexit 1\n");
  EXPECT_EQ(tag().code, 137);
  EXPECT_EQ(tags("app"), released());
  EXPECT_EQ(tags("origin.git"), "");
  folder_.shell("rm app/.git/hooks/pre-push");
  EXPECT_EQ(tag().code, 0);
  EXPECT_EQ(tags("origin.git"), released());
}

TEST_F(Release, IsDoneOrUndoneAfterCtrlC) {
  add_hook("app/.git/hooks/pre-push", "kill -INT " + kParent + "\n");
  EXPECT_EQ(tag().code, 130);
  EXPECT_EQ(tags("app"), tags("origin.git"));
}

TEST_F(Release, EndsTheSameWhicheverCallOfGitFails) {
  add_hook("bin/git",
           "n=$(($(cat \"$COUNT\") + 1)); echo $n > \"$COUNT\"\n"
           "[ $n = \"$FAIL_AT\" ] && { echo 'fatal: the disk is on fire' >&2; exit 128; }\n"
           "PATH=${PATH#*:} exec git \"$@\"\n");
  const std::string broken = "PATH=\"$PWD/../bin:$PATH\" COUNT=\"$PWD/../count\"";
  int calls = 0;
  for (int n = 1;; ++n) {
    ASSERT_LT(n, 50);
    folder_.add("count", "0\n");
    const Outcome said = tag("export " + broken + " FAIL_AT=" + std::to_string(n) + ";");
    const bool has_failed = std::stoi(folder_.text("count")) >= n;
    if (!has_failed) break;
    ++calls;
    EXPECT_NE(said.code, 0) << n << said.text;
    EXPECT_EQ(tags("origin.git"), "") << n;
    EXPECT_EQ(tag().code, 0) << n;
    EXPECT_EQ(tags("origin.git"), released()) << n;
    app("git tag -d 1.4.0; git push -q origin :refs/tags/1.4.0");
  }
  EXPECT_GE(calls, 7);
}

TEST_F(Release, IsSafeWhenTwoPipelinesStartAtOnce) {
  folder_.shell("git clone -q origin.git other 2>/dev/null");
  for (int round = 0; round < 5; ++round) {
    const Outcome second =
        outcome(app("(" + command() + ") > ../first & cd ../other;" + command() + "; wait"));
    const Outcome first = outcome(folder_.text("first"));
    EXPECT_EQ(first.code, 0) << first.text;
    EXPECT_EQ(second.code, 0) << second.text;
    EXPECT_EQ(tags("origin.git"), released());
    folder_.shell(
        "for r in app other; do git -C $r tag -d 1.4.0 || :; done 2>&1;"
        "git -C app push -q origin :refs/tags/1.4.0");
  }
}

TEST_F(Release, WorksInWorktreesAndSparseCheckouts) {
  app("git worktree add -q ../tree -b fix; cd ../tree; git sparse-checkout set --no-cone /setup.py;"
      "git commit -q --allow-empty -m Fix; git push -q origin fix");
  EXPECT_EQ(tag("cd ../tree;").code, 0);
  EXPECT_EQ(tags("origin.git"), "1.4.0 " + app("git rev-parse fix"));
}

TEST_F(Release, WorksWithSha256) {
  make_repository("--object-format=sha256");
  EXPECT_EQ(tag().code, 0);
  EXPECT_TRUE(tag().says("already released"));
  EXPECT_EQ(tags("origin.git"), released());
  EXPECT_EQ(released().size(), sizeof("1.4.0 ") + 64);
}

TEST_F(Release, TakesConvertedLineEndsAndFiltersForClean) {
  folder_.add("app/.gitattributes", "*.py text eol=crlf\n*.bin filter=rot\n");
  folder_.add("app/model.bin", "weights\n");
  app("git config filter.rot.clean 'tr a-y b-z'; git config filter.rot.smudge 'tr b-z a-y';"
      "git add . 2>&1; git commit -qm Attributes; git push -q origin main;"
      "rm setup.py model.bin; git checkout -q . 2>&1; grep -q \"$(printf '\\r')\" setup.py");
  EXPECT_EQ(tag().code, 0);
}

TEST_F(Release, SeesChangesInSubmodules) {
  app("git -c protocol.file.allow=always submodule --quiet add ../origin.git lib;"
      "git commit -qm Submodule; git push -q origin main; echo >> lib/setup.py");
  const Outcome said = tag();
  EXPECT_TRUE(said.says("1 path is not committed: `lib`")) << said.text;
  EXPECT_EQ(said.code, 1) << said.text;
}

TEST_F(Release, SignsWhereGitIsSetUpSo) {
  folder_.shell("ssh-keygen -q -t ed25519 -N '' -f home/key");
  app("git config gpg.format ssh; git config user.signingKey \"$HOME/key.pub\";"
      "git config tag.gpgSign true; git config gpg.ssh.allowedSignersFile \"$HOME/signers\";"
      "echo \"ana@tizza.com $(cat \"$HOME/key.pub\")\" > \"$HOME/signers\"");
  EXPECT_EQ(tag().code, 0);
  EXPECT_NE(app("git tag -v 1.4.0 2>&1").find("Good \"git\" signature"), std::string::npos);
}

TEST_F(Release, RefusesARepositoryOfAnotherUser) {
  if (folder_.shell("id -u") != "0\n") GTEST_SKIP() << "only root can give a folder away";
  folder_.shell("chown -R nobody app");
  const Outcome said = tag();
  EXPECT_TRUE(said.says("dubious ownership")) << said.text;
  EXPECT_EQ(said.code, 2) << said.text;
}

TEST_F(Release, NeitherAsksNorTellsThePasswordWhereTheServerWantsAnother) {
  const testing::LocalServer server([](const std::string&) {
    return testing::http_answer("401 Unauthorized", "",
                                "WWW-Authenticate: Basic realm=\"git\"\r\n");
  });
  std::string url = server.url("/app.git");
  url.insert(url.find("//") + 2, "ana:s3cret@");
  app("git remote set-url origin " + shell_quote(url));
  const Outcome said = tag();
  EXPECT_TRUE(said.says("error[release-remote]: cannot read the refs of `origin`")) << said.text;
  EXPECT_FALSE(said.says("s3cret")) << said.text;
  EXPECT_EQ(said.code, 2) << said.text;
}

TEST_F(Release, SaysThatARemoteCannotBeReached) {
  app("git remote set-url origin git://127.0.0.1:1/app.git");
  const Outcome said = tag();
  EXPECT_TRUE(said.says("cannot read the refs of `origin`: unable to connect")) << said.text;
  EXPECT_EQ(said.code, 2) << said.text;
}

}  // namespace
}  // namespace tizza
