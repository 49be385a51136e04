#include "base/semver.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tizza {
namespace {

SemVer semver(std::string_view text) {
  auto parsed = parse_semver(text);
  EXPECT_TRUE(parsed.ok()) << text << ": " << parsed.error().diagnostic.message;
  return parsed.ok() ? *parsed : SemVer{};
}

/// `BEGIN-END: message` in bytes.
std::string problem(std::string_view text) {
  const auto parsed = parse_semver(text);
  if (parsed.ok()) return "is fine";
  const Diagnostic& diagnostic = parsed.error().diagnostic;
  EXPECT_EQ(diagnostic.rule, "version");
  EXPECT_EQ(diagnostic.at.source->text(), text);
  return std::to_string(diagnostic.at.span.begin) + "-" + std::to_string(diagnostic.at.span.end) +
         ": " + diagnostic.message;
}

TEST(SemVer, ReadsAndPrintsWhatTheGrammarAllows) {
  for (const char* text :
       {"0.0.0", "1.2.3", "10.20.30", "1.2.3-0", "1.2.3-alpha.0", "1.0.0-alpha-a.b-c",
        "1.2.3----rc-1.--.0a", "1.2.3+build.007", "1.2.3+-", "1.0.0-0a.1+01.--a",
        "99999999999999999999999.999999999999999999.99999999999999999"}) {
    EXPECT_EQ(semver(text).text(), text);
  }
}

TEST(SemVer, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(problem(""), "0-0: version is empty");
  EXPECT_EQ(problem("1"), "1-1: SemVer version `1` has no minor number");
  EXPECT_EQ(problem("1.2"), "3-3: SemVer version `1.2` has no patch number");
  EXPECT_EQ(problem("1.2."), "4-4: SemVer version `1.2.` has no patch number");
  EXPECT_EQ(problem("1..3"), "2-3: SemVer version `1..3` has `.` where it cannot stand");
  EXPECT_EQ(problem("1.02.3"),
            "2-4: SemVer version `1.02.3` has the minor number `02` with a zero in front");
  EXPECT_EQ(problem("v1.2.3"), "0-1: SemVer version `v1.2.3` starts with `v`");
  EXPECT_EQ(problem(" 1.2.3"), "0-1: SemVer version ` 1.2.3` has ` ` where it cannot stand");
  EXPECT_EQ(problem("1.2.3.4"), "5-6: SemVer version `1.2.3.4` has `.` where it cannot stand");
  EXPECT_EQ(problem("-1.2.3"), "0-1: SemVer version `-1.2.3` has `-` where it cannot stand");
  EXPECT_EQ(problem("1.2.3-"), "6-6: SemVer version `1.2.3-` has an empty pre-release identifier");
  EXPECT_EQ(problem("1.2.3-a..b"),
            "8-8: SemVer version `1.2.3-a..b` has an empty pre-release identifier");
  EXPECT_EQ(problem("1.2.3-rc.01"),
            "9-11: SemVer version `1.2.3-rc.01` has the pre-release number `01` with a zero in "
            "front");
  EXPECT_EQ(problem("1.2.3-+b"),
            "6-6: SemVer version `1.2.3-+b` has an empty pre-release identifier");
  EXPECT_EQ(problem("1.2.3+"), "6-6: SemVer version `1.2.3+` has an empty build identifier");
  EXPECT_EQ(problem("1.2.3+a+b"), "7-8: SemVer version `1.2.3+a+b` has `+` where it cannot stand");
  EXPECT_EQ(problem("1.2.3-\u00e9"),
            "6-8: SemVer version `1.2.3-\u00e9` has `\u00e9` where it cannot stand");
}

TEST(SemVer, OrdersAsClause11Does) {
  const std::vector<std::string> ascending = {"0.9.9",
                                              "1.0.0-1",
                                              "1.0.0-2",
                                              "1.0.0-10",
                                              "1.0.0-alpha",
                                              "1.0.0-alpha.1",
                                              "1.0.0-alpha.beta",
                                              "1.0.0-beta",
                                              "1.0.0-beta.2",
                                              "1.0.0-beta.11",
                                              "1.0.0-rc.1",
                                              "1.0.0",
                                              "2.0.0",
                                              "2.1.0",
                                              "2.1.1",
                                              "2.1.10",
                                              "10.0.0"};
  for (size_t i = 0; i < ascending.size(); ++i) {
    for (size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_TRUE(precedence(semver(ascending[i]), semver(ascending[j])) == (i <=> j))
          << ascending[i] << " and " << ascending[j];
    }
  }
}

TEST(SemVer, LeavesBuildMetadataOutOfTheOrder) {
  EXPECT_TRUE(precedence(semver("1.0.0+a"), semver("1.0.0+b")) == 0);
  EXPECT_NE(semver("1.0.0+a"), semver("1.0.0+b"));
}

TEST(SemVer, BumpsParts) {
  EXPECT_EQ(bump(semver("1.2.3"), VersionPart::kMajor).text(), "2.0.0");
  EXPECT_EQ(bump(semver("1.2.3+build"), VersionPart::kMinor).text(), "1.3.0");
  EXPECT_EQ(bump(semver("1.2.9"), VersionPart::kPatch).text(), "1.2.10");
}

TEST(SemVer, BumpsAPrereleaseToTheFinalThatItAnnounces) {
  EXPECT_EQ(bump(semver("2.0.0-rc.1"), VersionPart::kMajor).text(), "2.0.0");
  EXPECT_EQ(bump(semver("2.0.0-rc.1"), VersionPart::kMinor).text(), "2.0.0");
  EXPECT_EQ(bump(semver("2.0.0-rc.1"), VersionPart::kPatch).text(), "2.0.0");
  EXPECT_EQ(bump(semver("1.3.0-rc.1"), VersionPart::kMajor).text(), "2.0.0");
  EXPECT_EQ(bump(semver("1.3.1-rc.1"), VersionPart::kMinor).text(), "1.4.0");
  EXPECT_EQ(bump(semver("1.3.1-rc.1"), VersionPart::kPatch).text(), "1.3.1");
}

TEST(SemVer, CountsPrereleases) {
  EXPECT_EQ(bump_prerelease(semver("1.3.0-rc.9"), "rc")->text(), "1.3.0-rc.10");
  EXPECT_EQ(bump_prerelease(semver("1.3.0"), "rc")->text(), "1.3.0-rc.1");
  EXPECT_EQ(bump_prerelease(semver("1.3.0-alpha.4"), "beta")->text(), "1.3.0-beta.1");
  EXPECT_EQ(bump_prerelease(semver("1.3.0-rc"), "rc")->text(), "1.3.0-rc.1");
}

TEST(SemVer, RefusesPrereleasesThatGoBack) {
  const auto back = bump_prerelease(semver("1.3.0-rc.1"), "alpha");
  ASSERT_FALSE(back.ok());
  EXPECT_EQ(back.error().diagnostic.message, "`1.3.0-alpha.1` does not sort behind `1.3.0-rc.1`");
  EXPECT_FALSE(bump_prerelease(semver("1.3.0"), "").ok());
  EXPECT_FALSE(bump_prerelease(semver("1.3.0"), "07").ok());
  EXPECT_FALSE(bump_prerelease(semver("1.3.0"), "r c").ok());
}

/// Any version of the grammar, with few different values so that neighbours meet.
SemVer random_semver(std::mt19937& random) {
  static const std::vector<std::string> kIdentifiers = {"0", "7", "11", "alpha", "rc", "x-1", "-"};
  const auto identifiers = [&] {
    std::vector<std::string> list;
    for (size_t n = random() % 4; n > 0; --n) {
      list.push_back(kIdentifiers[random() % kIdentifiers.size()]);
    }
    return list;
  };
  return {random() % 3, random() % 3, random() % 12, identifiers(), identifiers()};
}

TEST(SemVerProperty, PrintsWhatItReadsAndBumpsUpwards) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const SemVer version = random_semver(random);
    ASSERT_EQ(semver(version.text()), version);
    for (const auto part : {VersionPart::kMajor, VersionPart::kMinor, VersionPart::kPatch}) {
      ASSERT_TRUE(precedence(version, bump(version, part)) < 0) << version.text();
    }
    const auto next = bump_prerelease(version, "rc");
    ASSERT_TRUE(!next.ok() || !version.is_prerelease() || precedence(version, *next) < 0);
  }
}

TEST(SemVerProperty, OrderIsTotal) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const SemVer a = random_semver(random), b = random_semver(random), c = random_semver(random);
    ASSERT_TRUE(precedence(a, b) == (0 <=> precedence(b, a))) << a.text() << " " << b.text();
    if (precedence(a, b) <= 0 && precedence(b, c) <= 0) {
      ASSERT_TRUE(precedence(a, c) <= 0) << a.text() << " " << b.text() << " " << c.text();
    }
  }
}

}  // namespace
}  // namespace tizza
