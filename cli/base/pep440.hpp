#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/natural.hpp"
#include "base/result.hpp"

/// Versions of Python packages, PEP 440.
namespace tizza {

enum class PrereleaseKind : uint8_t { kAlpha, kBeta, kCandidate };  // in their order

struct Pep440Prerelease {
  PrereleaseKind kind = PrereleaseKind::kAlpha;
  Natural number = {};

  auto operator<=>(const Pep440Prerelease&) const = default;
};

/// A version in parts, as its normal form has them: words lower case, numbers without zeros in
/// front.
struct Pep440Version {
  Natural epoch = {};
  std::vector<Natural> release = {};  ///< At least one number.
  std::optional<Pep440Prerelease> pre = {};
  std::optional<Natural> post = {};
  std::optional<Natural> dev = {};
  std::vector<std::string> local = {};  ///< Behind `+`, split at `.`, `-` and `_`.

  bool is_prerelease() const { return pre.has_value() || dev.has_value(); }

  /// The normal form: `1!2.0rc1.post2.dev3+ubuntu.1`.
  std::string text() const;

  /// The order of PEP 440, "Summary of permitted suffixes and relative ordering". `1.0` and `1.0.0`
  /// are equal; a local version sorts behind its public one.
  std::strong_ordering operator<=>(const Pep440Version& other) const;
  bool operator==(const Pep440Version& other) const { return (*this <=> other) == 0; }
};

/// Reads every spelling that PEP 440 permits, `v1.0-RC_1` included; blanks at both ends are
/// dropped. The error has the rule `version` and stands at the exact characters of `text`.
Result<Pep440Version> parse_pep440(std::string_view text);

}  // namespace tizza
