#include "scaffold/generation.hpp"

#include <cerrno>

#include "support/fake_context.hpp"
#include "unit/scaffold/template_fixture.hpp"

namespace tizza::scaffold {
namespace {

class GenerationTest : public ::testing::Test {
 protected:
  GenerationTest() {
    fake_.files.add("tizza-registry.yaml", "apiVersion: tizza/v1\nservices: {}\n");
    generation_.destination = "pizza";
    generation_.project = {{".tizza-answers.yaml", "answers: {}\n", 0644, false},
                           {"README.md", "# x\n", 0644, false},
                           {"bin/run", "#!\n", 0755, false}};
    generation_.registry_path = "tizza-registry.yaml";
    Registration entry;
    entry.name = "pizza";
    entry.fields.set("kind", "backend");
    generation_.registration = entry;
  }

  GenerationPorts ports() { return {fake_.files, fake_.git, fake_.interrupts, "/home/.state"}; }
  /// The tree without tizza's own state.
  std::map<std::string, std::string> tree() { return fake_.files.tree("."); }

  testing::FakeContext fake_;
  Generation generation_;
};

TEST_F(GenerationTest, MakesTheProjectAndRegistersIt) {
  const auto made = generate(ports(), generation_);
  ASSERT_TRUE(made.ok()) << made.error().diagnostic.message;
  EXPECT_EQ(fake_.files.text("pizza/README.md"), "# x\n");
  EXPECT_EQ(fake_.files.mode("pizza/bin/run"), 0755u);
  EXPECT_NE(fake_.files.text("tizza-registry.yaml").find("pizza:"), std::string::npos);
  EXPECT_EQ(tree().size(), 4u) << "nothing else is left";
  EXPECT_TRUE(finish_interrupted(ports())->empty());
}

TEST_F(GenerationTest, LeavesNothingWhereAnyWriteFails) {
  const auto before = tree();
  for (int n = 1;; ++n) {
    fake_.files.fail_nth_write(n, ENOSPC);
    const auto made = generate(ports(), generation_);
    fake_.files.fail_nth_write(0, 0);
    if (made) {
      EXPECT_GT(n, 5);
      break;
    }
    const bool was_renamed = tree().contains("pizza/README.md");
    ASSERT_TRUE(finish_interrupted(ports()).ok());
    if (was_renamed) {
      EXPECT_NE(fake_.files.text("tizza-registry.yaml").find("pizza:"), std::string::npos);
      break;
    }
    EXPECT_EQ(tree(), before) << "write " << n;
  }
}

TEST_F(GenerationTest, EndsWhatAKilledProcessHadRenamed) {
  ASSERT_TRUE(generate(ports(), generation_).ok());
  fake_.files.add("tizza-registry.yaml", "apiVersion: tizza/v1\nservices: {}\n");
  const std::string record =
      "{\"destination\":\"/workspace/pizza\","
      "\"registry\":\"/workspace/tizza-registry.yaml\",\"kind\":\"services\",\"name\":\"pizza\","
      "\"fields\":{\"kind\":\"backend\"}}";
  fake_.files.add("/home/.state/new/1.json", record);
  const auto finished = finish_interrupted(ports());
  ASSERT_TRUE(finished.ok()) << finished.error().diagnostic.message;
  ASSERT_EQ(finished->size(), 1u);
  EXPECT_TRUE(finished->front().was_registered);
  EXPECT_NE(fake_.files.text("tizza-registry.yaml").find("pizza:"), std::string::npos);
  EXPECT_TRUE(finish_interrupted(ports())->empty());
}

TEST_F(GenerationTest, TakesAwayWhatAKilledProcessHadNotRenamed) {
  fake_.files.add(".pizza.tizza-1/README.md", "half");
  fake_.files.add("/home/.state/new/1.json", "{\"destination\":\"/workspace/pizza\"}");
  ASSERT_TRUE(finish_interrupted(ports()).ok());
  EXPECT_EQ(tree().size(), 1u);
}

TEST_F(GenerationTest, SaysWhereTheRegistryOfAKilledProcessIsGone) {
  ASSERT_TRUE(generate(ports(), generation_).ok());
  fake_.files.add("/home/.state/new/1.json",
                  "{\"destination\":\"/workspace/pizza\",\"registry\":\"/workspace/gone.yaml\","
                  "\"kind\":\"services\",\"name\":\"pizza\",\"fields\":{}}");
  const auto finished = finish_interrupted(ports());
  ASSERT_TRUE(finished.ok()) << finished.error().diagnostic.message;
  ASSERT_EQ(finished->size(), 1u);
  EXPECT_FALSE(finished->front().was_registered);
  EXPECT_TRUE(finished->front().problem.has_value());
  EXPECT_TRUE(finish_interrupted(ports())->empty()) << "it does not stand in the way again";
}

TEST_F(GenerationTest, LeavesTheGenerationsOfLivingProcessesAlone) {
  fake_.files.add(".pizza.tizza-1/README.md", "half");
  fake_.files.add("/home/.state/new/1.json", "{\"destination\":\"/workspace/pizza\"}");
  fake_.files.hold_lock("/home/.state/new/lock");
  EXPECT_TRUE(finish_interrupted(ports())->empty());
  EXPECT_EQ(fake_.files.text(".pizza.tizza-1/README.md"), "half");
}

}  // namespace
}  // namespace tizza::scaffold
