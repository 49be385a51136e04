// A release to a remote behind a real sshd on loopback, with the right key and with a wrong one.
#include <gtest/gtest.h>

#include "base/strings.hpp"
#include "support/temporary_folder.hpp"

namespace tizza {
namespace {

class ReleaseOverSsh : public ::testing::Test {
 protected:
  void SetUp() override {
    if (folder_.shell("command -v /usr/sbin/sshd ssh python3 || :").empty()) {
      GTEST_SKIP() << "sshd is not installed";
    }
    make_keys();
    start_server();
    folder_.add("app/setup.py", "VERSION = \"1.4.0\"\nsetup(version=VERSION)\n");
    folder_.shell(
        "git init -q --bare -b main origin.git; cd app; git init -q -b main;"
        "git add .; git commit -qm Add; git push -q ../origin.git main;"
        "git remote add origin ssh://$(id -un)@127.0.0.1:$(cat ../port)" +
        shell_quote(folder_ / "origin.git"));
  }

  void TearDown() override { folder_.shell("if [ -f pid ]; then kill $(cat pid); fi"); }

  void make_keys() const {
    folder_.shell(
        "for key in host right wrong; do ssh-keygen -q -t ed25519 -N '' -f $key; done;"
        "cp right.pub authorized");
  }

  /// A free port cannot be reserved for another process, so a taken one is tried again elsewhere.
  void start_server() const {
    folder_.add("sshd_config", "ListenAddress 127.0.0.1\nHostKey " + (folder_ / "host") +
                                   "\nAuthorizedKeysFile " + (folder_ / "authorized") +
                                   "\nPidFile " + (folder_ / "pid") +
                                   "\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
                                   "PermitRootLogin yes\n");
    folder_.shell(
        "[ \"$(id -u)\" != 0 ] || mkdir -p /run/sshd;"
        "for try in 1 2 3; do"
        "  python3 -c 'import socket; s = socket.socket(); s.bind((\"127.0.0.1\", 0));"
        " print(s.getsockname()[1])' > port;"
        "  /usr/sbin/sshd -f sshd_config -p $(cat port) -E log && break; done;"
        "echo \"[127.0.0.1]:$(cat port) $(cat host.pub)\" > known");
  }

  /// Both streams of `tizza release tag`, and its exit code as the last line.
  std::string tag(const std::string& key) const {
    return folder_.shell(
        "cd app; export GIT_SSH_COMMAND='ssh -F none -o ConnectionAttempts=20"
        " -o IdentitiesOnly=yes -o UserKnownHostsFile=../known -i ../" +
        key + "'; { " + shell_quote(TIZZA_BINARY) + " release tag 2>&1 && echo 0; } || echo $?");
  }

  testing::TemporaryFolder folder_;
};

TEST_F(ReleaseOverSsh, ReachesTheRemote) {
  const std::string said = tag("right");
  EXPECT_TRUE(said.ends_with("\n0\n")) << said << folder_.text("log");
  EXPECT_EQ(folder_.shell("git -C origin.git tag"), "1.4.0\n");
}

TEST_F(ReleaseOverSsh, EndsWithTheReasonWhereTheKeyIsWrong) {
  const std::string said = tag("wrong");
  EXPECT_NE(said.find("Permission denied (publickey"), std::string::npos) << said;
  EXPECT_TRUE(said.ends_with("\n2\n")) << said;
  EXPECT_EQ(folder_.shell("git -C origin.git tag; git -C app tag"), "");
}

TEST_F(ReleaseOverSsh, AsksNobodyAboutAnUnknownHost) {
  folder_.shell(": > known");
  const std::string said = tag("right");
  EXPECT_NE(said.find("Host key verification failed"), std::string::npos) << said;
  EXPECT_TRUE(said.ends_with("\n2\n")) << said;
}

}  // namespace
}  // namespace tizza
