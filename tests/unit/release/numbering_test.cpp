#include "release/numbering.hpp"

#include <gtest/gtest.h>

namespace tizza::release {
namespace {

using namespace std::chrono_literals;

constexpr Day kToday = 2026y / 3 / 2;

Numbering calendar(const std::string& pattern, VersionScheme spelling) {
  const auto source = std::make_shared<const Source>("tizza.yaml", pattern);
  return Numbering::calendar(
      *CalverPattern::read({source, {0, static_cast<uint32_t>(pattern.size())}}), spelling);
}

/// The text of a version, or what is wrong.
std::string text(const Result<Version>& version) {
  return version.ok() ? version->text : version.error().diagnostic.message;
}

TEST(Numbering, ReadsItsOwnVersionsAlone) {
  EXPECT_TRUE(Numbering::semver().read("1.4.0-rc.1"));
  EXPECT_TRUE(Numbering::pep440().read("1.4.0.post1"));
  for (const char* no : {"", "1.4", "v1.4.0", "1.4.0rc1", " 1.4.0", "1.4.0\n"}) {
    EXPECT_FALSE(Numbering::semver().read(no)) << no;
  }
  for (const char* no : {"", "v1.4.0", " 1.4.0", "1.4.0 ", "latest"}) {
    EXPECT_FALSE(Numbering::pep440().read(no)) << no;
  }
}

TEST(Numbering, BumpsEachKind) {
  const auto semver = Numbering::semver();
  EXPECT_EQ(text(semver.bump(*semver.read("1.4.2"), VersionPart::kMinor, kToday)), "1.5.0");
  const auto python = Numbering::pep440();
  EXPECT_EQ(text(python.bump(*python.read("1.4"), VersionPart::kPatch, kToday)), "1.4.1");
  EXPECT_EQ(text(python.bump(*python.read("2.0.0rc1"), VersionPart::kMajor, kToday)), "2.0.0");
  const auto dated = calendar("YYYY.0M.MICRO", VersionScheme::kPep440);
  EXPECT_EQ(text(dated.bump(*dated.read("2026.03.0"), {}, kToday)), "2026.03.1");
  EXPECT_EQ(text(dated.bump(*dated.read("2026.02.0rc1"), {}, kToday)), "2026.02.0");
}

TEST(Numbering, RefusesWhatItCannotCountOn) {
  const auto python = Numbering::pep440();
  for (const char* version : {"1.4.0.post1", "1!1.4.0", "1.2.3.4", "1.4.0.dev1"}) {
    EXPECT_FALSE(python.bump(*python.read(version), VersionPart::kPatch, kToday).ok()) << version;
  }
}

TEST(Numbering, AnnouncesByPrereleases) {
  const auto semver = Numbering::semver();
  const auto target = *semver.read("1.5.0");
  const auto latest = *semver.read("1.5.0-rc.1"), other = *semver.read("1.4.1-rc.3");
  EXPECT_EQ(text(semver.prerelease(target, nullptr, "rc")), "1.5.0-rc.1");
  EXPECT_EQ(text(semver.prerelease(target, &latest, "rc")), "1.5.0-rc.2");
  EXPECT_EQ(text(semver.prerelease(target, &other, "rc")), "1.5.0-rc.1");
  EXPECT_EQ(text(semver.prerelease(target, &latest, "beta")),
            "`1.5.0-beta.1` does not sort behind `1.5.0-rc.1`");
  const auto python = Numbering::pep440();
  const auto beta = *python.read("1.5.0b2");
  EXPECT_EQ(text(python.prerelease(*python.read("1.5.0"), &beta, "b")), "1.5.0b3");
  EXPECT_EQ(text(python.prerelease(*python.read("1.5.0"), &beta, "nightly")),
            "PEP 440 has no pre-release `nightly`");
  const auto dated = calendar("YYYY.MICRO", VersionScheme::kSemVer);
  const auto first = *dated.read("2026.1-rc.1");
  EXPECT_EQ(text(dated.prerelease(*dated.read("2026.1"), &first, "rc")), "2026.1-rc.2");
}

TEST(Numbering, KnowsLabelsAndFinals) {
  for (const auto& [numbering, version] :
       {std::pair{Numbering::semver(), "1.5.0-rc.1"}, std::pair{Numbering::pep440(), "1.5.0rc1"},
        std::pair{calendar("YYYY.0M.MICRO", VersionScheme::kPep440), "2026.03.0rc1"}}) {
    const auto read = *numbering.read(version);
    EXPECT_TRUE(read.is_prerelease());
    EXPECT_EQ(numbering.label(read), "rc");
    EXPECT_FALSE(numbering.final_of(read)->is_prerelease());
    EXPECT_TRUE(numbering.compare(*numbering.final_of(read), read) > 0);
    EXPECT_EQ(numbering.label(*numbering.final_of(read)), "");
  }
}

TEST(Numbering, SpellsForOtherFiles) {
  const auto spelled = [](const Numbering& numbering, const char* version, VersionScheme scheme) {
    const auto made = numbering.spelled(*numbering.read(version), scheme);
    return made.ok() ? *made : "-";
  };
  EXPECT_EQ(spelled(Numbering::semver(), "1.3.0-rc.1", VersionScheme::kPep440), "1.3.0rc1");
  EXPECT_EQ(spelled(Numbering::pep440(), "1.3.0rc1", VersionScheme::kSemVer), "1.3.0-rc.1");
  EXPECT_EQ(spelled(Numbering::pep440(), "1.3.0rc1", VersionScheme::kEither), "1.3.0rc1");
  EXPECT_EQ(spelled(Numbering::pep440(), "1.3.0.post1", VersionScheme::kSemVer), "-");
  EXPECT_EQ(spelled(Numbering::semver(), "1.3.0-nightly.1", VersionScheme::kPep440), "-");
}

}  // namespace
}  // namespace tizza::release
