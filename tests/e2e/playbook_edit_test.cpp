// A playbook that is edited, or gone, while a run of it is paused: the run follows its own copy.
#include <gtest/gtest.h>

#include "base/strings.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

class PlaybookEdit : public ::testing::Test {
 protected:
  PlaybookEdit() {
    write("echo rest >>ran");
    tizza("trust bake.yaml");
    const std::string said = tizza("playbook run bake.yaml --yes-to all");
    EXPECT_TRUE(said.ends_with("\n1\n")) << said;
  }

  /// The first step fails until there is an `oven`.
  void write(const std::string& last_line) const {
    folder_.add("bake.yaml",
                "apiVersion: tizza/v1\nplaybook: bake\ntitle: Bake\nsteps:\n"
                "  - {id: first, run: test -e oven && echo first >>ran, repeat: safe}\n"
                "  - {id: rest, run: " +
                    last_line + ", repeat: safe}\n");
  }

  std::string resume() const {
    folder_.add("oven", "");
    return tizza("playbook resume --yes-to all");
  }

  /// Both streams of a call and, as the last line, its exit code.
  std::string tizza(const std::string& arguments) const {
    return folder_.shell("export HOME=\"$PWD/home\"; unset XDG_STATE_HOME TIZZA_REGISTRY; { " +
                         shell_quote(TIZZA_BINARY) + " " + arguments +
                         " 2>&1 </dev/null && echo 0; } || echo $?");
  }

  TemporaryFolder folder_;
};

TEST_F(PlaybookEdit, IsSaidWithItsStepsAndDoesNotEnterTheRun) {
  write("echo edited >>ran");
  const std::string said = resume();
  EXPECT_TRUE(said.ends_with("\n0\n")) << said;
  EXPECT_NE(said.find("warn[edited]: the playbook was edited since the run began: `rest`\n"),
            std::string::npos)
      << said;
  EXPECT_NE(said.find("  step `rest` was edited:\n"
                      "    -{id: rest, run: echo rest >>ran, repeat: safe}\n"
                      "    +{id: rest, run: echo edited >>ran, repeat: safe}\n"),
            std::string::npos)
      << said;
  EXPECT_EQ(folder_.text("ran"), "first\nrest\n");
}

TEST_F(PlaybookEdit, IsNotSaidWhereThereWasNone) {
  const std::string said = resume();
  EXPECT_TRUE(said.ends_with("\n0\n")) << said;
  EXPECT_EQ(said.find("edited"), std::string::npos) << said;
}

TEST_F(PlaybookEdit, DoesNotStopARunWhosePlaybookIsGone) {
  folder_.shell("rm bake.yaml");
  const std::string said = resume();
  EXPECT_TRUE(said.ends_with("\n0\n")) << said;
  EXPECT_EQ(folder_.text("ran"), "first\nrest\n");
}

}  // namespace
}  // namespace tizza::testing
