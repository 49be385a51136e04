#include "base/version_mapping.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tizza {
namespace {

std::string pep440_of(std::string_view semver) {
  const auto mapped = to_pep440(*parse_semver(semver));
  return mapped.ok() ? mapped->text() : mapped.error().diagnostic.message;
}

std::string semver_of(std::string_view pep440) {
  const auto mapped = to_semver(*parse_pep440(pep440));
  return mapped.ok() ? mapped->text() : mapped.error().diagnostic.message;
}

TEST(VersionMapping, MapsFinalsAndPrereleasesBothWays) {
  EXPECT_EQ(pep440_of("1.3.0-rc.1"), "1.3.0rc1");
  EXPECT_EQ(pep440_of("1.3.0-alpha.0"), "1.3.0a0");
  EXPECT_EQ(pep440_of("1.3.0-beta.12+build.5"), "1.3.0b12+build.5");
  EXPECT_EQ(semver_of("1.3.0rc1"), "1.3.0-rc.1");
  EXPECT_EQ(semver_of("1.3"), "1.3.0");
  EXPECT_EQ(semver_of("1.3a2+ubuntu.1"), "1.3.0-alpha.2+ubuntu.1");
}

TEST(VersionMapping, RefusesWhatHasNoCounterpart) {
  EXPECT_EQ(pep440_of("1.3.0-rc"),
            "`1.3.0-rc` has no counterpart in PEP 440: its pre-release is not `alpha.N`, `beta.N` "
            "or `rc.N`");
  EXPECT_NE(pep440_of("1.3.0-dev.1").find("no counterpart"), std::string::npos);
  EXPECT_NE(pep440_of("1.3.0-rc.1.2").find("no counterpart"), std::string::npos);
  EXPECT_NE(pep440_of("1.3.0-rc1").find("no counterpart"), std::string::npos);
  EXPECT_EQ(pep440_of("1.3.0+Build"),
            "`1.3.0+Build` has no counterpart in PEP 440: its build metadata is not made of "
            "lower-case letters and numbers");
  EXPECT_NE(pep440_of("1.3.0+007").find("no counterpart"), std::string::npos);
  EXPECT_EQ(semver_of("1!1.3"), "`1!1.3` has no counterpart in SemVer: it has an epoch");
  EXPECT_EQ(semver_of("1.3.post1"),
            "`1.3.post1` has no counterpart in SemVer: it is a post-release");
  EXPECT_EQ(semver_of("1.3.dev1"),
            "`1.3.dev1` has no counterpart in SemVer: it is a development release");
  EXPECT_EQ(semver_of("1.2.3.4"),
            "`1.2.3.4` has no counterpart in SemVer: it has more than three numbers");
}

TEST(VersionMappingProperty, ComesBackTheSameAndKeepsTheOrder) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  static const std::vector<std::string> kLabels = {"alpha", "beta", "rc"};
  const auto any_version = [&] {
    SemVer version{random() % 3, random() % 3, random() % 3};
    if (random() % 2) {
      version.prerelease = {kLabels[random() % 3], std::to_string(random() % 12)};
    }
    return version;
  };
  for (int i = 0; i < 2000; ++i) {
    const SemVer a = any_version(), b = any_version();
    const auto mapped_a = to_pep440(a), mapped_b = to_pep440(b);
    ASSERT_TRUE(mapped_a.ok() && mapped_b.ok());
    ASSERT_EQ(*to_semver(*mapped_a), a);
    ASSERT_TRUE(precedence(a, b) == (*mapped_a <=> *mapped_b)) << a.text() << " " << b.text();
  }
}

}  // namespace
}  // namespace tizza
