#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/natural.hpp"
#include "base/result.hpp"

/// Versions as Semantic Versioning 2.0.0 has them.
namespace tizza {

enum class VersionPart : uint8_t { kMajor, kMinor, kPatch };

struct SemVer {
  Natural major = {};
  Natural minor = {};
  Natural patch = {};
  std::vector<std::string> prerelease = {};  ///< `rc`, `1` of `1.3.0-rc.1`; empty for a final.
  std::vector<std::string> build = {};       ///< Identifiers behind `+`.

  bool is_prerelease() const { return !prerelease.empty(); }
  std::string text() const;

  /// Of every field: two versions that differ in build metadata alone are not equal.
  bool operator==(const SemVer&) const = default;
};

/// The error has the rule `version` and stands at the exact characters of `text` that break the
/// grammar. Nothing is forgiven: no `v` in front, no blanks, no missing part.
Result<SemVer> parse_semver(std::string_view text);

/// Clause 11 of the specification: build metadata does not count.
std::weak_ordering precedence(const SemVer& a, const SemVer& b);

/// The next version. A pre-release leads to the final that it announced: `2.0.0-rc.1` becomes
/// `2.0.0` for any part, `1.3.1-rc.1` becomes `1.3.1` for a patch and `1.4.0` for a minor.
SemVer bump(const SemVer& version, VersionPart part);

/// The next pre-release with this label: `1.3.0-rc.1` becomes `1.3.0-rc.2`, and a final or a lower
/// label starts at `.1` of the same numbers. An error (rule `version`) where the result would not
/// sort behind a pre-release `version` (`rc` back to `alpha`) or `label` is no identifier.
Result<SemVer> bump_prerelease(const SemVer& version, std::string_view label);

/// An error of the rule `version` at some characters of a version text.
Error version_error(std::string_view text, Span span, std::string message, std::string help = {});

}  // namespace tizza
