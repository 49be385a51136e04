#include "release/version_order.hpp"

#include <gtest/gtest.h>

namespace tizza::release {
namespace {

TEST(VersionOrder, UsesTheGrammarOfTheScheme) {
  EXPECT_TRUE(*compare_versions(VersionScheme::kPep440, "1.0rc1", "1.0") < 0);
  EXPECT_TRUE(*compare_versions(VersionScheme::kSemVer, "1.0.0-rc.2", "1.0.0-rc.10") < 0);
  EXPECT_TRUE(*compare_versions(VersionScheme::kEither, "1.0.0-rc.2", "1.0.0-rc.10") < 0);
  EXPECT_TRUE(*compare_versions(VersionScheme::kEither, "1.0", "1.0.post1") < 0);
  EXPECT_FALSE(compare_versions(VersionScheme::kSemVer, "1.0", "1.1").has_value());
  EXPECT_FALSE(compare_versions(VersionScheme::kPep440, "nightly", "1.1").has_value());
}

TEST(VersionOrder, FindsTheLatestTagAmongOthers) {
  const std::vector<GitTag> tags = {{"nightly"}, {"1.9"}, {"1.10"}, {"1.10rc1"}, {"v1.2"}};
  EXPECT_EQ(latest_version_tag(tags, VersionScheme::kPep440)->name, "1.10");
  EXPECT_EQ(latest_version_tag({{"nightly"}}, VersionScheme::kPep440), nullptr);
  EXPECT_EQ(latest_version_tag({}, VersionScheme::kPep440), nullptr);
}

}  // namespace
}  // namespace tizza::release
