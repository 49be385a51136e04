// Runs seen from other processes: cut off, at work in another terminal, read by a program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/run.hpp"
#include "support/command_line.hpp"
#include "support/fake_context.hpp"
#include "text/reader.hpp"

namespace tizza::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kRuns = "/home/ana/.local/state/tizza/runs/";
constexpr const char* kTwoSteps =
    "apiVersion: tizza/v1\nplaybook: bake\ntitle: Bake\nsteps:\n"
    "  - {id: look, do: Look inside.}\n"
    "  - {id: make, run: make it, undo: none}\n";

class PlaybookRuns : public ::testing::Test {
 protected:
  PlaybookRuns() {
    fake_.files.add("bake.yaml", kTwoSteps);
    fake_.processes.answer("sh -c 'make it'", ProcessResult{});
    EXPECT_EQ(tizza("trust bake.yaml"), 0);
  }

  int tizza(const std::string& arguments) {
    fake_.terminal.take_screen();
    return app::run(split_words(arguments), fake_.context);
  }
  std::string screen() { return fake_.terminal.take_screen(); }

  /// A run to its end, of which the last `lost` records never reached the disk.
  void run_and_lose(size_t lost) {
    EXPECT_EQ(tizza("playbook run bake.yaml --answer look=done --yes-to all"), 0);
    std::string text = fake_.files.text(journal());
    for (; lost > 0; --lost) text.erase(text.rfind('\n', text.size() - 2) + 1);
    fake_.files.add(journal(), text);
  }

  std::string folder() const { return kRuns + fake_.files.list(kRuns)->front().name; }
  std::string journal() const { return folder() + "/journal"; }

  FakeContext fake_;
};

TEST_F(PlaybookRuns, ALostLastRecordLeavesNothingToAsk) {
  run_and_lose(1);
  EXPECT_EQ(tizza("playbook resume --dry-run"), 0);
  EXPECT_THAT(screen(), HasSubstr("no step of run `"));
  EXPECT_EQ(tizza("playbook resume"), 0);
  EXPECT_THAT(screen(), HasSubstr("of bake is finished"));
  EXPECT_EQ(fake_.processes.requests().size(), 1u) << "what is done is not done again";
}

TEST_F(PlaybookRuns, ALostResultIsSettledByThePolicyOfItsStep) {
  run_and_lose(2);
  EXPECT_EQ(tizza("playbook status"), 0);
  EXPECT_THAT(screen(), HasSubstr("make (unknown)"));
  EXPECT_EQ(tizza("playbook run bake.yaml --answer look=done --yes-to all"), 4);
  EXPECT_THAT(screen(), HasSubstr("is in an unknown state: step `make` was cut off"));
  EXPECT_EQ(tizza("playbook resume"), 6);
  EXPECT_THAT(screen(), HasSubstr("--answer make=done or --answer make=again"));
  EXPECT_EQ(tizza("playbook resume --answer make=done"), 0);
  EXPECT_EQ(fake_.processes.requests().size(), 1u);
}

TEST_F(PlaybookRuns, AStepThatIsAtWorkElsewhereIsNotUnknown) {
  run_and_lose(2);
  fake_.files.hold_lock(folder() + "/lock");
  EXPECT_EQ(tizza("playbook status"), 0);
  const std::string listed = screen();
  EXPECT_THAT(listed, HasSubstr("running"));
  EXPECT_THAT(listed, Not(HasSubstr("(unknown)")));
  EXPECT_EQ(tizza("playbook run bake.yaml --answer look=done --yes-to all"), 4);
  EXPECT_THAT(screen(), HasSubstr("is running, at step `make`"));
  EXPECT_EQ(tizza("playbook resume"), 2);
  EXPECT_THAT(screen(), HasSubstr("of `bake`"));
}

TEST_F(PlaybookRuns, JsonLinesBeginWithWhatTheRunIsAbout) {
  EXPECT_EQ(tizza("playbook run bake.yaml --answer look=done --yes-to all --format jsonl"), 0);
  const std::string out = fake_.terminal.out_text();
  const std::string line = out.substr(out.find('{'), out.find('\n', out.find('{')) - out.find('{'));
  const auto document = read_json(std::make_shared<Source>("line", line));
  ASSERT_TRUE(document.ok()) << line;
  const Node root = (*document)->root();
  EXPECT_EQ(root["event"].text(), "start");
  const Node data = root["data"];
  EXPECT_EQ(data["playbook"].text(), "bake");
  EXPECT_EQ(data["path"].text(), "bake.yaml");
  EXPECT_EQ(data["mode"].text(), "run");
  EXPECT_EQ(data["operator"]["name"].text(), "ana");
  EXPECT_EQ(data["sha256"].text().size(), 64u);
  EXPECT_EQ(kRuns + std::string(data["run"].text()), folder());
}

}  // namespace
}  // namespace tizza::testing
