// Two processes and one run: only one of them goes on with it. The second is started by a step of
// the first, so that it comes for certain while the first is at work.
#include <gtest/gtest.h>

#include "base/strings.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

class PlaybookLock : public ::testing::Test {
 protected:
  PlaybookLock() {
    folder_.add("tizza-registry.yaml",
                "apiVersion: tizza/v1\n"
                "teams:\n"
                "  culinary: {email: team-culinary@tizza.com}\n"
                "services:\n"
                "  oven: {owners: [culinary], environments: {production: {}, staging: {}}}\n");
  }

  /// A playbook that runs one line, once it is trusted.
  void add_playbook(const std::string& name, const std::string& head, const std::string& line) {
    folder_.add(name + ".yaml", "apiVersion: tizza/v1\nplaybook: " + name + "\ntitle: T\n" + head +
                                    "steps:\n  - {id: work, run: '" + line + "', repeat: safe}\n");
    EXPECT_TRUE(tizza("trust " + name + ".yaml").ends_with("\n0\n"));
  }

  /// Both streams of a call and, as the last line, its exit code.
  std::string tizza(const std::string& arguments) const {
    return folder_.shell("export HOME=\"$PWD/home\" TIZZA=" + shell_quote(TIZZA_BINARY) +
                         "; unset XDG_STATE_HOME XDG_CONFIG_HOME TIZZA_REGISTRY; { \"$TIZZA\" " +
                         arguments + " 2>&1 </dev/null && echo 0; } || echo $?");
  }

  bool said_second(std::string_view words) const {
    return folder_.text("second").find(words) != std::string::npos;
  }

  TemporaryFolder folder_;
};

constexpr const char* kInputs =
    "inputs: {service: {from: services}, environment: {from: service.environments}}\n";

TEST_F(PlaybookLock, KeepsASecondResumeOffARunWithoutAService) {
  add_playbook("bake", "",
               "[ -e paused ] || { touch paused; exit 1; }; "
               "if \"$TIZZA\" playbook resume --yes-to all >second 2>&1; then echo 0 >>second;"
               " else echo $? >>second; fi");
  EXPECT_TRUE(tizza("playbook run bake.yaml --yes-to all").ends_with("\n1\n"));
  const std::string first = tizza("playbook resume --yes-to all");
  EXPECT_TRUE(first.ends_with("\n0\n")) << first;
  EXPECT_TRUE(said_second("error[locked]: another process is at work on run `"))
      << folder_.text("second");
  EXPECT_TRUE(said_second("see how far it is: tizza playbook status ")) << folder_.text("second");
  EXPECT_TRUE(folder_.text("second").ends_with("\n2\n")) << folder_.text("second");
  EXPECT_TRUE(tizza("playbook resume").ends_with("\n2\n")) << "nothing is left to go on with";
}

TEST_F(PlaybookLock, KeepsASecondRunOffTheServiceAndEnvironment) {
  add_playbook("inner", kInputs, "true");
  add_playbook("outer", kInputs,
               "for place in production staging; do if \"$TIZZA\" playbook run inner.yaml oven"
               " --env $place --yes-to all >>second 2>&1; then echo $place 0 >>second;"
               " else echo $place $? >>second; fi; done");
  const std::string first = tizza("playbook run outer.yaml oven --env production --yes-to all");
  EXPECT_TRUE(first.ends_with("\n0\n")) << first;
  EXPECT_TRUE(said_second("another run is at work on `oven` in `production`"))
      << folder_.text("second");
  EXPECT_TRUE(said_second("\nproduction 2\n")) << folder_.text("second");
  EXPECT_TRUE(said_second("\nstaging 0\n")) << folder_.text("second");
}

TEST_F(PlaybookLock, LetsAPlaybookThatPreemptsStopTheOther) {
  add_playbook("revert", std::string("preempts: true\n") + kInputs, "echo revert >>ran");
  folder_.add("bake.yaml", std::string("apiVersion: tizza/v1\nplaybook: bake\ntitle: T\n") +
                               kInputs +
                               "steps:\n"
                               // The step ends when the request of the other is there.
                               "  - {id: work, repeat: safe, run: '{ \"$TIZZA\" playbook run"
                               " revert.yaml oven --env production --yes-to all >second 2>&1; "
                               "touch over; } & until [ -e home/.local/state/tizza/locks/"
                               "oven@production.request ]; do :; done; echo work >>ran'}\n"
                               "  - {id: rest, repeat: safe, run: 'echo rest >>ran'}\n");
  tizza("trust bake.yaml");
  const std::string first = tizza("playbook run bake.yaml oven --env production --yes-to all");
  EXPECT_TRUE(first.ends_with("\n3\n")) << first;
  folder_.shell("until [ -e over ]; do :; done");
  EXPECT_EQ(folder_.text("ran"), "work\nrevert\n") << folder_.text("second");
  EXPECT_TRUE(tizza("playbook resume --yes-to all").ends_with("\n0\n"));
  EXPECT_EQ(folder_.text("ran"), "work\nrevert\nrest\n");
}

}  // namespace
}  // namespace tizza::testing
