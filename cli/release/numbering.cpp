#include "release/numbering.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/version_mapping.hpp"

namespace tizza::release {
namespace {

/// The numbers on which SemVer and PEP 440 agree.
Result<SemVer> core_of(const Version& version) {
  if (const auto* semantic = std::get_if<SemVer>(&version.value)) return *semantic;
  return to_semver(*std::get_if<Pep440Version>(&version.value));
}

/// `rc1` or `-rc.1`, for identifiers as SemVer has them.
Result<std::string> suffix(const std::vector<std::string>& prerelease, VersionScheme spelling) {
  if (prerelease.empty()) return std::string();
  const SemVer carrier{0, 0, 0, prerelease};
  if (spelling != VersionScheme::kPep440) return carrier.text().substr(5);
  TIZZA_TRY(const Pep440Version python, to_pep440(carrier));
  return python.text().substr(5);
}

/// The other way round; none for what is no pre-release.
std::optional<std::vector<std::string>> identifiers(std::string_view suffix,
                                                    VersionScheme spelling) {
  if (suffix.empty()) return std::vector<std::string>();
  const std::string carrier = "0.0.0" + std::string(suffix);
  if (spelling != VersionScheme::kPep440) {
    const auto version = parse_semver(carrier);
    if (!version.ok() || !version->build.empty()) return std::nullopt;
    return version->prerelease;
  }
  const auto python = parse_pep440(carrier);
  if (!python.ok() || python->text() != carrier) return std::nullopt;
  const auto version = to_semver(*python);
  if (!version.ok()) return std::nullopt;
  return version->prerelease;
}

/// What people write for the three kinds that PEP 440 has, as SemVer's identifiers.
std::string_view python_label(std::string_view label) {
  if (label == "a") return "alpha";
  if (label == "b") return "beta";
  if (label == "c" || label == "pre" || label == "preview") return "rc";
  return label;
}

std::weak_ordering compare_prereleases(const std::vector<std::string>& a,
                                       const std::vector<std::string>& b) {
  return precedence(SemVer{0, 0, 0, a}, SemVer{0, 0, 0, b});
}

}  // namespace

bool Version::is_prerelease() const {
  if (const auto* semantic = std::get_if<SemVer>(&value)) return semantic->is_prerelease();
  if (const auto* python = std::get_if<Pep440Version>(&value)) return python->is_prerelease();
  return !std::get_if<CalendarVersion>(&value)->prerelease.empty();
}

std::optional<Version> Numbering::read(std::string_view text) const {
  if (pattern_) return read_calendar(text);
  if (spelling_ == VersionScheme::kSemVer) {
    auto semantic = parse_semver(text);
    if (!semantic.ok()) return std::nullopt;
    return Version{std::string(text), *std::move(semantic)};
  }
  const bool starts_with_number = !text.empty() && text[0] >= '0' && text[0] <= '9';
  auto python = parse_pep440(text);
  if (!python.ok() || !starts_with_number || text.find_last_of(" \t\r\n\f\v") != text.npos) {
    return std::nullopt;
  }
  return Version{std::string(text), *std::move(python)};
}

std::optional<Version> Numbering::read_calendar(std::string_view text) const {
  // The numbers may hold `-` and `_` themselves, so that the longest that fits is theirs.
  for (size_t end = text.size(); end > 0; --end) {
    auto numbers = pattern_->numbers(text.substr(0, end));
    if (!numbers) continue;
    auto prerelease = identifiers(text.substr(end), spelling_);
    if (!prerelease) return std::nullopt;
    return Version{std::string(text), CalendarVersion{*std::move(numbers), *std::move(prerelease)}};
  }
  return std::nullopt;
}

std::weak_ordering Numbering::compare(const Version& a, const Version& b) const {
  if (const auto* left = std::get_if<SemVer>(&a.value)) {
    return precedence(*left, *std::get_if<SemVer>(&b.value));
  }
  if (const auto* left = std::get_if<Pep440Version>(&a.value)) {
    return *left <=> *std::get_if<Pep440Version>(&b.value);
  }
  const auto& left = *std::get_if<CalendarVersion>(&a.value);
  const auto& right = *std::get_if<CalendarVersion>(&b.value);
  if (const auto order = left.numbers <=> right.numbers; order != 0) return order;
  return compare_prereleases(left.prerelease, right.prerelease);
}

Result<Version> Numbering::of(const SemVer& version) const {
  if (spelling_ != VersionScheme::kPep440) return Version{version.text(), version};
  TIZZA_TRY(Pep440Version python, to_pep440(version));
  return Version{python.text(), std::move(python)};
}

Result<Version> Numbering::of(CalendarVersion version) const {
  TIZZA_TRY(const std::string behind, suffix(version.prerelease, spelling_));
  return Version{pattern_->text(version.numbers) + behind, std::move(version)};
}

Version Numbering::first(const Day& today) const {
  if (pattern_) return *of(CalendarVersion{pattern_->first(today), {}});
  return *of(SemVer{0, 1, 0});
}

Result<Version> Numbering::bump(const Version& version, std::optional<VersionPart> part,
                                const Day& today) const {
  if (const auto* dated = std::get_if<CalendarVersion>(&version.value)) {
    // What was announced is what was tried out, whatever day it is by now.
    if (!dated->prerelease.empty() && !part) return final_of(version);
    TIZZA_TRY(auto next, pattern_->next(dated->numbers, part, today));
    return of(CalendarVersion{std::move(next), {}});
  }
  TIZZA_TRY(const SemVer core, core_of(version));
  return of(tizza::bump(core, part.value_or(VersionPart::kPatch)));
}

Result<Version> Numbering::final_of(const Version& version) const {
  if (const auto* dated = std::get_if<CalendarVersion>(&version.value)) {
    return of(CalendarVersion{dated->numbers, {}});
  }
  TIZZA_TRY(const SemVer core, core_of(version));
  return of(SemVer{core.major, core.minor, core.patch});
}

Result<Version> Numbering::prerelease(const Version& target, const Version* latest,
                                      std::string_view label) const {
  if (spelling_ == VersionScheme::kPep440) label = python_label(label);
  const bool is_python_label = label == "alpha" || label == "beta" || label == "rc";
  if (spelling_ == VersionScheme::kPep440 && !is_python_label) {
    return failure("version", fmt::format("PEP 440 has no pre-release `{}`", label),
                   "write `a`, `b` or `rc`");
  }
  const auto* dated = std::get_if<CalendarVersion>(&target.value);
  // Labels count alike for every numbering, so that SemVer's rule serves for calendar versions too.
  SemVer carrier;
  bool goes_on = false;
  if (latest != nullptr && latest->is_prerelease()) {
    TIZZA_TRY(const Version announced, final_of(*latest));
    goes_on = compare(announced, target) == 0;
  }
  if (dated != nullptr) {
    if (goes_on) carrier.prerelease = std::get_if<CalendarVersion>(&latest->value)->prerelease;
  } else {
    TIZZA_TRY(carrier, core_of(goes_on ? *latest : target));
  }
  TIZZA_TRY(const SemVer next, bump_prerelease(carrier, label));
  if (dated != nullptr) return of(CalendarVersion{dated->numbers, next.prerelease});
  return of(next);
}

std::string Numbering::label(const Version& version) const {
  if (const auto* dated = std::get_if<CalendarVersion>(&version.value)) {
    return dated->prerelease.empty() ? std::string() : dated->prerelease[0];
  }
  const auto core = core_of(version);
  return core.ok() && core->is_prerelease() ? core->prerelease[0] : std::string();
}

Result<std::string> Numbering::spelled(const Version& version, VersionScheme scheme) const {
  if (scheme == VersionScheme::kEither || scheme == spelling_) return version.text;
  if (scheme == VersionScheme::kNumbers) {
    TIZZA_TRY(const Version numbers, final_of(version));
    return numbers.text;
  }
  if (const auto* dated = std::get_if<CalendarVersion>(&version.value)) {
    TIZZA_TRY(const std::string behind, suffix(dated->prerelease, scheme));
    return pattern_->text(dated->numbers) + behind;
  }
  if (const auto* python = std::get_if<Pep440Version>(&version.value)) {
    TIZZA_TRY(const SemVer semantic, to_semver(*python));
    return semantic.text();
  }
  TIZZA_TRY(const Pep440Version python, to_pep440(*std::get_if<SemVer>(&version.value)));
  return python.text();
}

}  // namespace tizza::release
