// A revert on two hosts over a real sshd on loopback: one sshd that listens on two ports, and tells
// by the port which host it is.
#include <gtest/gtest.h>

#include <atomic>

#include "base/strings.hpp"
#include "support/local_server.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

constexpr const char* kPlaybook = R"(apiVersion: tizza/v1
playbook: revert-oven
title: Revert {{ service.name }}
inputs:
  service: {from: services}
  environment: {from: service.environments}
  version: {prompt: "Which version?", from: tags, older_than: deployed}
prerequisites:
  - {name: VPN, tcp: "{{ environment.bastion }}", fix: Connect to the VPN}
  - {name: CI access, http: "{{ service.links.deploy }}", fix: Ask for access}
  - {name: SSH access, ssh: "{{ environment.hosts }}", fix: Add your key}
steps:
  - id: press
    do: Press the button on {{ service.links.deploy }}.
    ask: {outcome: [it succeeded, it reported failure]}
    goto: {it succeeded: verify}
  - id: by-hand
    run: ["./set-version.sh {{ version }}", "./restart.sh"]
    ssh: "{{ environment.hosts }}"
    undo: none, it is only a test
    repeat: ask
  - id: verify
    http: "{{ service.healthcheck_url }}"
    expect: {status: 200}
    on_failure: escalate
escalate: {say: "{{ service.name }} does not respond", call: "+36123456789"}
)";

class PlaybookOverSsh : public ::testing::Test {
 protected:
  void SetUp() override {
    if (folder_.shell("command -v /usr/sbin/sshd && command -v python3 || :").empty()) {
      GTEST_SKIP() << "sshd is not installed";
    }
    make_keys();
    start_server();
    add_hosts();
    add_repository();
  }

  void TearDown() override { folder_.shell("if [ -f pid ]; then kill $(cat pid); fi"); }

  void make_keys() const {
    folder_.shell(
        "for key in host other right wrong; do ssh-keygen -q -t ed25519 -N '' -f $key; done;"
        "cp right.pub authorized");
  }

  void start_server() const {
    folder_.shell(
        "python3 -c 'import socket; s = [socket.socket() for _ in range(2)];"
        " [x.bind((\"127.0.0.1\", 0)) for x in s];"
        " print(*[x.getsockname()[1] for x in s])' >ports; read one two <ports;"
        "{ echo ListenAddress 127.0.0.1:$one; echo ListenAddress 127.0.0.1:$two;"
        "  for key in HostKey:host AuthorizedKeysFile:authorized PidFile:pid; do"
        "    echo \"${key%%:*} $PWD/${key#*:}\"; done;"
        "  printf '%s\\n' 'StrictModes no' 'UsePAM no' 'PasswordAuthentication no'"
        "    'PermitRootLogin yes'; } >sshd_config;"
        "[ \"$(id -u)\" != 0 ] || mkdir -p /run/sshd; /usr/sbin/sshd -f sshd_config -E log");
  }

  /// The person's ssh with a configuration of its own: ssh finds that by the account, not by HOME.
  void add_hosts() const {
    folder_.shell(
        "read one two <ports; mkdir bin;"
        "printf '#!/bin/sh\\nexec %s -F %s \"$@\"\\n' \"$(command -v ssh)\" \"$PWD/config\" "
        ">bin/ssh;"
        "chmod +x bin/ssh; { echo Host oven-1; echo Port $one; echo Host oven-2; echo Port $two;"
        "  printf '%s\\n' 'Host *' 'HostName 127.0.0.1' 'HostKeyAlias oven' 'IdentitiesOnly yes'"
        "    'ConnectionAttempts 20' \"IdentityFile $PWD/right\""
        "    \"UserKnownHostsFile $PWD/known\"; } >config;"
        "echo \"oven $(cat host.pub)\" >known; bin/ssh -o StrictHostKeyChecking=yes oven-1 true");
  }

  void add_repository() {
    const std::string ports = folder_.text("ports");
    folder_.add("app/tizza-registry.yaml",
                "apiVersion: tizza/v1\n"
                "teams: {culinary: {email: team-culinary@tizza.com}}\n"
                "services:\n"
                "  oven:\n"
                "    owners: [culinary]\n"
                "    healthcheck_url: " +
                    server_.url("/health") +
                    "\n"
                    "    links: {deploy: \"" +
                    server_.url("/deploy") +
                    "\"}\n"
                    "    environments:\n"
                    "      production:\n"
                    "        version: 1.4.0\n"
                    "        bastion: 127.0.0.1:" +
                    ports.substr(0, ports.find(' ')) +
                    "\n"
                    "        hosts: [oven-1, oven-2]\n");
    add_script("set-version.sh", "echo \"$1\" >>$base/version-${SSH_CONNECTION##* }");
    add_script("restart.sh", "echo yes >>$base/restarted-${SSH_CONNECTION##* }");
    std::string playbook(kPlaybook);
    for (const char* script : {"set-version.sh", "restart.sh"}) {
      playbook.replace(playbook.find(std::string("./") + script), 2, folder_.path() + "/");
    }
    folder_.add("app/playbooks/revert-oven.yaml", playbook);
    const std::string said = tizza("trust playbooks/revert-oven.yaml");
    EXPECT_TRUE(said.ends_with("\n0\n")) << said;
  }

  void add_script(const std::string& name, const std::string& line) const {
    folder_.add(name, "#!/bin/sh\nbase=" + shell_quote(folder_.path()) +
                          "\nif [ -e $base/broken-${SSH_CONNECTION##* } ]; then"
                          " echo disk full >&2; exit 3; fi\n" +
                          line + "\n");
    folder_.shell("chmod +x " + name);
  }

  /// Both streams of a call in the repository and, as the last line, its exit code.
  std::string tizza(const std::string& arguments) const {
    return folder_.shell(
        "export HOME=\"$PWD/home\" PATH=\"$PWD/bin:$PATH\"; cd app;"
        "unset XDG_STATE_HOME XDG_CONFIG_HOME TIZZA_REGISTRY http_proxy; { " +
        shell_quote(TIZZA_BINARY) + " " + arguments + " 2>&1 </dev/null && echo 0; } || echo $?");
  }
  std::string revert(const std::string& answers) const {
    return tizza("playbook run revert-oven oven --env production -d version=1.3.0 " + answers);
  }
  /// What the newest run's journal says.
  std::string status() const {
    return tizza("playbook status $(ls ../home/.local/state/tizza/runs | tail -n 1)");
  }

  /// What a host noted; `host` is 1 or 2.
  std::string noted(const std::string& what, int host) const {
    return folder_.shell("read one two <ports; for port in $" +
                         std::string(host == 1 ? "one" : "two") + "; do cat " + what +
                         "-$port 2>/dev/null || echo nothing; done");
  }
  void break_host(int host) const {
    folder_.shell("read one two <ports; touch broken-$" + std::string(host == 1 ? "one" : "two"));
  }

  static bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
  }

  TemporaryFolder folder_;
  std::atomic<bool> is_healthy_ = true;
  std::atomic<int> requests_ = 0;
  LocalServer server_{[this](const std::string& request) {
    ++requests_;
    const bool is_well = is_healthy_ || !request.starts_with("GET /health");
    return http_answer(is_well ? "200 OK" : "503 Service Unavailable", "oven\n");
  }};
};

constexpr const char* kByHand = "--yes-to all --answer 'press=it reported failure'";

TEST_F(PlaybookOverSsh, RevertsHostAfterHost) {
  const std::string said = revert(kByHand);
  EXPECT_TRUE(said.ends_with("\n0\n")) << said << folder_.text("log");
  for (const char* name : {"VPN", "CI access", "SSH access"}) {
    EXPECT_TRUE(has(said, std::string("  ok      ") + name + "\n")) << said;
  }
  for (const int host : {1, 2}) {
    EXPECT_EQ(noted("version", host), "1.3.0\n");
    EXPECT_EQ(noted("restarted", host), "yes\n");
  }
  const std::string journal = status();
  EXPECT_TRUE(has(journal, "is finished: revert-oven oven production")) << journal;
  EXPECT_TRUE(has(journal, "press            done (--answer)")) << journal;
  size_t at = 0;
  for (const std::string& part : {"on oven-1: `" + folder_.path() + "/set-version.sh 1.3.0` done",
                                  "on oven-1: `" + folder_.path() + "/restart.sh` done",
                                  "on oven-2: `" + folder_.path() + "/set-version.sh 1.3.0` done",
                                  "on oven-2: `" + folder_.path() + "/restart.sh` done",
                                  std::string("verify           done")}) {
    at = journal.find(part, at);
    ASSERT_NE(at, std::string::npos) << part << "\n" << journal;
  }
}

TEST_F(PlaybookOverSsh, TakesTheJumpOfTheAnswer) {
  const std::string said = revert("--yes-to all --answer 'press=it succeeded'");
  EXPECT_TRUE(said.ends_with("\n0\n")) << said;
  EXPECT_EQ(noted("version", 1), "nothing\n");
}

TEST_F(PlaybookOverSsh, StopsAtTheFirstHostThatFails) {
  break_host(1);
  const std::string said = revert(kByHand);
  EXPECT_TRUE(said.ends_with("\n1\n")) << said;
  EXPECT_TRUE(has(said, "failed on oven-1")) << said;
  EXPECT_TRUE(has(said, "disk full")) << said;
  for (const int host : {1, 2}) EXPECT_EQ(noted("version", host), "nothing\n");
  EXPECT_TRUE(has(status(), "is paused")) << status();
}

TEST_F(PlaybookOverSsh, LeavesTheSecondHostAsItWasFound) {
  break_host(2);
  EXPECT_TRUE(revert(kByHand).ends_with("\n1\n"));
  EXPECT_EQ(noted("restarted", 1), "yes\n");
  EXPECT_EQ(noted("restarted", 2), "nothing\n");
  EXPECT_TRUE(has(status(), "by-hand          failed: ")) << status();
}

/// A playbook of one step that runs `line` on oven-1; approved.
constexpr const char* kOneStep =
    "apiVersion: tizza/v1\nplaybook: one\ntitle: One\nsteps:\n"
    "  - {id: a, ssh: ";

TEST_F(PlaybookOverSsh, ALostConnectionLeavesTheStepUnknown) {
  // The step ends the server's process of its own session, which is how a lost line looks.
  folder_.add("app/one.yaml", std::string(kOneStep) +
                                  "oven-1, undo: none, repeat: never,\n"
                                  "     run: 'echo begun >>" +
                                  folder_.path() +
                                  "/ran; p=$PPID;"
                                  " until ps -o comm= -p $p | grep -q sshd;"
                                  " do p=$(ps -o ppid= -p $p); done; kill -9 $p'}\n");
  tizza("trust one.yaml");
  const std::string said = tizza("playbook run one.yaml --yes-to all");
  EXPECT_TRUE(said.ends_with("\n6\n")) << said;
  EXPECT_TRUE(has(said, "the connection to `oven-1` was lost")) << said;
  EXPECT_TRUE(has(said, "--answer a=done")) << said;
  EXPECT_EQ(folder_.text("ran"), "begun\n");
  for (const char* arguments : {"--yes-to all", "--yes-to all --answer a=again"}) {
    const std::string resumed = tizza(std::string("playbook resume ") + arguments);
    EXPECT_FALSE(resumed.ends_with("\n0\n")) << resumed;
    EXPECT_EQ(folder_.text("ran"), "begun\n") << "it must never be repeated";
  }
  EXPECT_TRUE(tizza("playbook resume --answer a=done").ends_with("\n0\n"));
}

TEST_F(PlaybookOverSsh, ATimeoutLeavesTheStepUnknown) {
  folder_.add("app/one.yaml", std::string(kOneStep) +
                                  "oven-1, undo: none, repeat: ask, timeout: 1s,\n"
                                  "     run: 'read line <" +
                                  folder_.path() + "/wall'}\n");
  folder_.shell("mkfifo wall");
  tizza("trust one.yaml");
  const std::string said = tizza("playbook run one.yaml --yes-to all");
  EXPECT_TRUE(said.ends_with("\n6\n")) << said;
  EXPECT_TRUE(has(said, "--answer a=again")) << said;
  folder_.shell("timeout 5 sh -c 'echo go >wall' || :");
}

TEST_F(PlaybookOverSsh, ACommandThatEndsWith255IsAFailureLikeAnyOther) {
  folder_.add("app/one.yaml",
              std::string(kOneStep) + "oven-1, undo: none, repeat: never, run: exit 255}\n");
  tizza("trust one.yaml");
  const std::string said = tizza("playbook run one.yaml --yes-to all");
  EXPECT_TRUE(said.ends_with("\n1\n")) << said;
  EXPECT_TRUE(has(said, "failed on oven-1: it ended with exit code 255")) << said;
}

TEST_F(PlaybookOverSsh, AResumeLeavesOutTheHostsThatAreDone) {
  break_host(2);
  EXPECT_TRUE(revert(kByHand).ends_with("\n1\n"));
  folder_.shell("rm broken-*");
  const std::string said = tizza("playbook resume --yes-to all");
  EXPECT_TRUE(said.ends_with("\n0\n")) << said;
  for (const int host : {1, 2}) EXPECT_EQ(noted("version", host), "1.3.0\n");
}

TEST_F(PlaybookOverSsh, RefusesAnotherHostKeyEvenWhereTheConfigurationDoesNot) {
  folder_.shell("echo \"oven $(cat other.pub)\" >known; echo StrictHostKeyChecking no >>config");
  const std::string said = revert(kByHand);
  EXPECT_TRUE(said.ends_with("\n1\n")) << said;
  EXPECT_TRUE(has(said, "  missing SSH access: `oven-1` does not let us in")) << said;
  EXPECT_TRUE(has(said, "Host key verification failed")) << said;
  EXPECT_EQ(noted("version", 1), "nothing\n");
}

TEST_F(PlaybookOverSsh, RefusesAHostThatNobodyKnows) {
  folder_.shell(": >known; echo StrictHostKeyChecking no >>config");
  const std::string said = revert(kByHand);
  EXPECT_TRUE(said.ends_with("\n1\n")) << said;
  EXPECT_TRUE(has(said, "Host key verification failed")) << said;
  EXPECT_EQ(folder_.text("known"), "");
}

TEST_F(PlaybookOverSsh, ShowsAllThatIsMissingTogether) {
  folder_.shell(
      "cp wrong.pub authorized; kill -0 $(cat pid);"
      "sed -i 's/bastion: .*/bastion: 127.0.0.1:1/' app/tizza-registry.yaml");
  const std::string said = revert(kByHand);
  EXPECT_TRUE(said.ends_with("\n1\n")) << said;
  EXPECT_TRUE(has(said, "  missing VPN: ")) << said;
  EXPECT_TRUE(has(said, "  ok      CI access")) << said;
  EXPECT_TRUE(has(said, "Permission denied (publickey")) << said;
  EXPECT_TRUE(has(said, "Add your key")) << said;
}

TEST_F(PlaybookOverSsh, EscalatesWhereTheServiceDoesNotComeBack) {
  is_healthy_ = false;
  const std::string said = revert(kByHand);
  EXPECT_TRUE(said.ends_with("\n5\n")) << said;
  EXPECT_TRUE(has(said, "call +36123456789 and say: oven does not respond")) << said;
  EXPECT_TRUE(has(status(), "is escalated")) << status();
  is_healthy_ = true;
  const std::string resumed = tizza("playbook resume --yes-to all");
  EXPECT_TRUE(resumed.ends_with("\n0\n")) << resumed;
  EXPECT_EQ(noted("restarted", 1), "yes\n") << "what was done is not done again";
}

TEST_F(PlaybookOverSsh, DoesNothingWhereNobodyCanAnswer) {
  const std::string said = revert("");
  EXPECT_TRUE(said.ends_with("\n4\n")) << said;
  EXPECT_TRUE(has(said, "--answer press='<it succeeded|it reported failure>'")) << said;
  EXPECT_TRUE(has(said, "--answer by-hand='<run|skip>'")) << said;
  EXPECT_EQ(noted("version", 1), "nothing\n");
  EXPECT_EQ(requests_, 0) << "not even a prerequisite is checked";
  EXPECT_EQ(folder_.shell("ls home/.local/state/tizza"), "trusted\n");
}

}  // namespace
}  // namespace tizza::testing
