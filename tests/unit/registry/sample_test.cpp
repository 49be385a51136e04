#include <gtest/gtest.h>

#include "registry/checks.hpp"
#include "registry/load.hpp"
#include "support/fake_file_system.hpp"
#include "support/sample_registry.hpp"

namespace tizza::registry {
namespace {

TEST(SampleRegistry, IsSound) {
  testing::FakeFileSystem files;
  testing::add_sample_registry(files);
  Findings findings;
  const auto registry = load(files, "tizza-registry.yaml", findings);
  ASSERT_TRUE(registry.ok());
  check(*registry, findings);
  for (const Diagnostic& finding : findings.list()) {
    ADD_FAILURE() << finding.at.source->path() << ":" << finding.at.begin().line << " "
                  << finding.message;
  }
  EXPECT_EQ(registry->items(Kind::kService).size(), 6u);
  EXPECT_EQ(registry->items(Kind::kTeam).size(), 4u);
}

}  // namespace
}  // namespace tizza::registry
