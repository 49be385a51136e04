#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/pep440.hpp"
#include "base/semver.hpp"
#include "release/calver.hpp"
#include "release/version_format.hpp"

/// How a package counts its versions.
namespace tizza::release {

/// A calendar version: the numbers of its pattern and the identifiers of a pre-release.
struct CalendarVersion {
  std::vector<Natural> numbers;
  std::vector<std::string> prerelease;
};

/// A version that a Numbering read or made.
struct Version {
  std::string text;  ///< As it is written.
  std::variant<SemVer, Pep440Version, CalendarVersion> value;

  bool is_prerelease() const;
};

class Numbering {
 public:
  static Numbering semver() { return Numbering(VersionScheme::kSemVer, std::nullopt); }
  static Numbering pep440() { return Numbering(VersionScheme::kPep440, std::nullopt); }
  /// `spelling` is how a pre-release is written: `-rc.1` or `rc1`.
  static Numbering calendar(CalverPattern pattern, VersionScheme spelling) {
    return Numbering(spelling, std::move(pattern));
  }

  bool is_calendar() const { return pattern_.has_value(); }

  /// None for a text that is no version, or starts with `v`, or has blanks.
  std::optional<Version> read(std::string_view text) const;

  /// Both were read by this numbering.
  std::weak_ordering compare(const Version& a, const Version& b) const;

  /// What a package without a version file and without tags starts with.
  Version first(const Day& today) const;

  /// The next final version. A pre-release leads to the final that it announced. `part` may be none
  /// for calendar versions alone. An error (rule `version`) where the version cannot be counted on:
  /// a post-release, an epoch, four numbers.
  Result<Version> bump(const Version& version, std::optional<VersionPart> part,
                       const Day& today) const;

  /// The final version that a pre-release announces; a final one itself.
  Result<Version> final_of(const Version& version) const;

  /// The pre-release of `target`, a final version, behind `latest`: `rc.2` where that is `rc.1` of
  /// the same target, else `rc.1`. An error (rule `version`) for another label than this numbering
  /// has, and where the result would not sort behind `latest`.
  Result<Version> prerelease(const Version& target, const Version* latest,
                             std::string_view label) const;

  /// The label of a pre-release: `rc` of `1.3.0-rc.1` and of `1.3.0rc1`; empty where it has none.
  std::string label(const Version& version) const;

  /// How a version file of this grammar spells the version: `1.3.0rc1` for `1.3.0-rc.1`, and
  /// `1.3.0` where there are but numbers. An error (rule `version`) where it has no counterpart.
  Result<std::string> spelled(const Version& version, VersionScheme scheme) const;

 private:
  Numbering(VersionScheme spelling, std::optional<CalverPattern> pattern)
      : spelling_(spelling), pattern_(std::move(pattern)) {}

  std::optional<Version> read_calendar(std::string_view text) const;
  Result<Version> of(const SemVer& version) const;
  Result<Version> of(CalendarVersion version) const;

  VersionScheme spelling_;
  std::optional<CalverPattern> pattern_;
};

}  // namespace tizza::release
