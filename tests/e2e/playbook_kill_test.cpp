// `kill -9` at every write, sync, lock and command of a playbook run, and of the resume after it:
// no step that is recorded as done runs again, and none whose end nobody knows without its policy.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "base/strings.hpp"
#include "playbook/run_state.hpp"
#include "support/run_killed.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

namespace fs = std::filesystem;
using playbook::StepState;

constexpr int kUnknownEnd = 6;
/// Each line that runs leaves its name in the file `ran`.
constexpr const char* kPlaybook = R"(apiVersion: tizza/v1
playbook: bake
title: Bake
steps:
  - {id: once, run: echo once >>ran, repeat: never}
  - {id: ask, run: [echo ask >>ran, echo ask-end >>ran], repeat: ask}
  - {id: safe, run: echo safe >>ran, repeat: safe}
)";

class PlaybookKill : public ::testing::Test {
 protected:
  PlaybookKill() {
    folder_.add("bake.yaml", kPlaybook);
    EXPECT_EQ(call({"trust", "bake.yaml"}), 0);
  }

  /// The exit code of a call in a process that dies at its `number`th moment; none where it died.
  std::optional<int> call(const std::vector<std::string>& arguments,
                          int number = kNeverReached) const {
    return run_killed({folder_ / "home", folder_.path()}, arguments, number);
  }

  std::optional<int> start(int number = kNeverReached) const {
    return call({"playbook", "run", "bake.yaml", "--yes-to", "all"}, number);
  }

  /// What the journal of the run that began says; empty where none did. Runs that died before their
  /// first record never began.
  std::vector<playbook::Record> records() const {
    std::vector<playbook::Record> found;
    std::error_code absent;
    for (const auto& run : fs::directory_iterator(folder_ / kRuns, absent)) {
      if (!fs::exists(run.path() / "journal")) continue;
      const std::string path = fs::relative(run.path() / "journal", folder_.path());
      const auto contents = playbook::parse_journal(path, folder_.text(path));
      EXPECT_TRUE(contents.ok()) << "a crash is no damage";
      if (!contents.ok() || contents->records.empty()) continue;
      EXPECT_TRUE(found.empty()) << "two runs began";
      found = contents->records;
    }
    return found;
  }

  /// How often the first line of each step ran.
  std::map<std::string, size_t> counts() const {
    std::map<std::string, size_t> found;
    const std::string ran = folder_.text("ran");
    if (ran == "<absent>") return found;
    for (const std::string_view line : split(ran, '\n')) ++found[std::string(line)];
    return found;
  }

  /// Goes on with a run in a process that may die again, as an operator would who finds `once` to
  /// be done and runs `ask` again; checks what it leaves behind. False where it died.
  bool go_on(int number = kNeverReached) const {
    const auto before = records();
    auto counts_before = counts();
    if (before.empty()) {
      EXPECT_TRUE(counts_before.empty()) << "nothing happens before it is written down";
      return start(number).has_value();
    }
    if (playbook::fold(before).is_over()) return true;
    std::vector<std::string> arguments = {"playbook", "resume", "--yes-to", "all"};
    for (const auto& [step, answer] : {std::pair("once", "done"), std::pair("ask", "again")}) {
      if (!playbook::is_in_doubt(before, step)) continue;
      EXPECT_EQ(call(arguments), kUnknownEnd) << step;
      EXPECT_EQ(counts(), counts_before) << step << " ran without its policy";
      arguments.push_back("--answer");
      arguments.push_back(std::string(step) + "=" + answer);
    }
    const auto code = call(arguments, number);
    EXPECT_EQ(code.value_or(0), 0);
    auto counts_after = counts();
    EXPECT_LE(counts_after["once"], 1U);
    for (const char* step : {"once", "ask", "safe"}) {
      if (step_state(before, step) != StepState::kDone) continue;
      EXPECT_EQ(counts_after[step], counts_before[step]) << step << " ran again";
    }
    return code.has_value();
  }

  bool is_finished() const {
    const auto state = playbook::fold(records());
    return state.phase == playbook::RunPhase::kFinished && counts()["ask-end"] > 0;
  }

  /// Puts the runs and what they did aside, and back.
  void save() const { folder_.shell("rm -rf saved; mkdir saved; " + copy("", "saved/")); }
  void restore() const { folder_.shell(kForget + copy("saved/", "")); }
  void forget() const { folder_.shell(kForget); }
  static std::string copy(const std::string& from, const std::string& to) {
    return "[ ! -e " + from + "ran ] || cp " + from + "ran ./" + to + "ran; mkdir -p " + from +
           kRuns + " " + to + kRuns + "; cp -r " + from + kRuns + "/. " + to + kRuns;
  }

  static constexpr const char* kRuns = "home/.local/state/tizza/runs";
  static inline const std::string kForget = std::string("rm -rf ran ") + kRuns + "; ";

  TemporaryFolder folder_;
};

TEST_F(PlaybookKill, RunsNoDoneStepTwice) {
  int deaths = 0;
  for (int first = 1;; ++first) {
    forget();
    if (start(first)) break;
    save();
    // Each of the second moments comes up behind every seventh of the first.
    for (int second = 1 + first % 7;; second += 7) {
      SCOPED_TRACE("killed at " + std::to_string(first) + ", then at " + std::to_string(second));
      restore();
      if (go_on(second)) break;
      ++deaths;
      EXPECT_TRUE(go_on());
      EXPECT_TRUE(is_finished()) << folder_.text("ran");
      ASSERT_FALSE(HasFailure());
    }
    EXPECT_TRUE(is_finished()) << folder_.text("ran");
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_TRUE(is_finished());
  RecordProperty("deaths", deaths);
  EXPECT_GT(deaths, 150);
}

/// The same by the binary itself: a step that kills the process that runs it.
class PlaybookBinaryKill : public ::testing::TestWithParam<std::string> {
 protected:
  std::string tizza(const std::string& arguments) const {
    return folder_.shell("export HOME=\"$PWD/home\"; unset XDG_STATE_HOME TIZZA_REGISTRY; { " +
                         shell_quote(TIZZA_BINARY) + " " + arguments +
                         " 2>&1 </dev/null && echo 0; } || echo $?");
  }

  /// A run of two steps that died in the second.
  void die() const {
    folder_.add("bake.yaml",
                "apiVersion: tizza/v1\nplaybook: bake\ntitle: Bake\nsteps:\n"
                "  - {id: first, run: echo first >>ran, repeat: safe}\n"
                "  - {id: second, repeat: " +
                    GetParam() +
                    ", run: 'echo second >>ran; "
                    "[ -e killed ] || { touch killed; kill -9 $PPID; }'}\n");
    tizza("trust bake.yaml");
    const std::string said = tizza("playbook run bake.yaml --yes-to all");
    EXPECT_TRUE(said.ends_with("\n137\n")) << said;
    EXPECT_EQ(folder_.text("ran"), "first\nsecond\n");
  }

  TemporaryFolder folder_;
};

TEST_P(PlaybookBinaryKill, SettlesTheCutOffStepByItsPolicy) {
  die();
  const bool is_safe = GetParam() == "safe";
  const std::string said = tizza("playbook resume --yes-to all");
  EXPECT_TRUE(said.ends_with(is_safe ? "\n0\n" : "\n6\n")) << said;
  EXPECT_EQ(folder_.text("ran"), is_safe ? "first\nsecond\nsecond\n" : "first\nsecond\n");
}

TEST_P(PlaybookBinaryKill, RunsItAgainOnlyWhereThatIsAllowed) {
  die();
  if (GetParam() == "safe") return;  // nobody is asked
  const bool may_repeat = GetParam() == "ask";
  const std::string said = tizza("playbook resume --yes-to all --answer second=again");
  EXPECT_EQ(said.ends_with("\n0\n"), may_repeat) << said;
  EXPECT_EQ(folder_.text("ran"), may_repeat ? "first\nsecond\nsecond\n" : "first\nsecond\n");
}

TEST_P(PlaybookBinaryKill, GoesOnBehindItWhereSomebodySaysThatItWasDone) {
  die();
  if (GetParam() == "safe") return;
  const std::string said = tizza("playbook resume --yes-to all --answer second=done");
  EXPECT_TRUE(said.ends_with("\n0\n")) << said;
  EXPECT_EQ(folder_.text("ran"), "first\nsecond\n");
}

INSTANTIATE_TEST_SUITE_P(Policies, PlaybookBinaryKill, ::testing::Values("safe", "ask", "never"),
                         [](const auto& tested) { return tested.param; });

}  // namespace
}  // namespace tizza::testing
