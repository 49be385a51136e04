// A missing terminal never passes a gate: each kind of step that needs a person stops the run
// before anything happens, whatever standard input is.
#include <gtest/gtest.h>

#include <filesystem>
#include <tuple>

#include "base/strings.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

struct Asking {
  const char* name;
  const char* step;
};

constexpr Asking kAsking[] = {
    {"do", "do: Look at the graphs."},
    {"ask", "ask: {colour: [red, blue]}"},
    {"ask_text", "ask: {colour: Which colour?}"},
    {"do_and_ask", "do: Look., ask: {colour: [red, blue]}"},
    {"confirm", "confirm: Is it green?"},
    {"approve", "approve: Throw it away?"},
    {"open", "open: \"https://tizza.com\""},
    {"announce", "announce: \"#alerts\", message: Hello"},
    {"run", "run: echo ran >>ran"},
};

struct Input {
  const char* name;
  const char* redirection;
};

constexpr Input kInputs[] = {{"closed", "<&-"}, {"piped", "<answers"}, {"null", "</dev/null"}};

class NoTerminal : public ::testing::TestWithParam<std::tuple<Asking, Input>> {
 protected:
  std::string tizza(const std::string& arguments) const {
    return folder_.shell("export HOME=\"$PWD/home\"; unset XDG_STATE_HOME TIZZA_REGISTRY; { " +
                         shell_quote(TIZZA_BINARY) + " " + arguments +
                         " && echo 0; } 2>&1 || echo $?");
  }

  TemporaryFolder folder_;
};

TEST_P(NoTerminal, NothingHappensWithoutAnAnswer) {
  const auto& [asking, input] = GetParam();
  folder_.add("look.yaml",
              "apiVersion: tizza/v1\nplaybook: look\ntitle: Look\nsteps:\n"
              "  - {id: first, run: echo first >>ran, repeat: safe}\n"
              "  - {id: gate, " +
                  std::string(asking.step) + "}\n");
  folder_.add("answers", "done\nred\nyes\napproved\nmaria\nrun\n");
  tizza("trust look.yaml");
  const std::string said =
      tizza("playbook run look.yaml --yes-to safe " + std::string(input.redirection));
  EXPECT_TRUE(said.ends_with("\n4\n")) << said;
  EXPECT_NE(said.find("--answer gate="), std::string::npos) << said;
  EXPECT_EQ(folder_.text("ran"), "<absent>");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "home/.local/state/tizza/runs")) << said;
}

INSTANTIATE_TEST_SUITE_P(EveryKind, NoTerminal,
                         ::testing::Combine(::testing::ValuesIn(kAsking),
                                            ::testing::ValuesIn(kInputs)),
                         [](const auto& tested) {
                           return std::string(std::get<0>(tested.param).name) + "_" +
                                  std::get<1>(tested.param).name;
                         });

}  // namespace
}  // namespace tizza::testing
