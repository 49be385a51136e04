#include "base/version_mapping.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tizza {
namespace {

struct PrereleasePair {
  std::string_view label;
  PrereleaseKind kind;
};
constexpr std::array<PrereleasePair, 3> kPrereleases = {{{"alpha", PrereleaseKind::kAlpha},
                                                         {"beta", PrereleaseKind::kBeta},
                                                         {"rc", PrereleaseKind::kCandidate}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether an identifier is one part of a local label in its normal form.
bool is_local_part(std::string_view text) {
  if (is_all_digits(text)) return text.size() == 1 || text[0] != '0';
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); });
}

Error no_counterpart(const std::string& text, std::string_view grammar, std::string_view reason,
                     std::string help = {}) {
  return failure("version", fmt::format("`{}` has no counterpart in {}: {}", text, grammar, reason),
                 std::move(help));
}

}  // namespace

Result<Pep440Version> to_pep440(const SemVer& version) {
  Pep440Version result;
  result.release = {version.major, version.minor, version.patch};
  if (version.is_prerelease()) {
    const auto& identifiers = version.prerelease;
    const auto pair = std::find_if(kPrereleases.begin(), kPrereleases.end(),
                                   [&](const auto& p) { return p.label == identifiers[0]; });
    if (pair == kPrereleases.end() || identifiers.size() != 2 || !is_all_digits(identifiers[1])) {
      return no_counterpart(version.text(), "PEP 440",
                            "its pre-release is not `alpha.N`, `beta.N` or `rc.N`");
    }
    result.pre = Pep440Prerelease{pair->kind, Natural::from_digits(identifiers[1])};
  }
  if (!std::all_of(version.build.begin(), version.build.end(), is_local_part)) {
    return no_counterpart(version.text(), "PEP 440",
                          "its build metadata is not made of lower-case letters and numbers");
  }
  result.local = version.build;
  return result;
}

Result<SemVer> to_semver(const Pep440Version& version) {
  const auto refuse = [&](std::string_view reason) {
    return no_counterpart(version.text(), "SemVer", reason);
  };
  if (!version.epoch.is_zero()) return refuse("it has an epoch");
  if (version.post) return refuse("it is a post-release");
  if (version.dev) return refuse("it is a development release");
  if (version.release.size() > 3) return refuse("it has more than three numbers");
  const auto number = [&](size_t i) {
    return i < version.release.size() ? version.release[i] : Natural();
  };
  SemVer result{number(0), number(1), number(2)};
  if (version.pre) {
    const auto index = static_cast<size_t>(version.pre->kind);
    result.prerelease = {std::string(kPrereleases[index].label), version.pre->number.text()};
  }
  result.build = version.local;
  return result;
}

}  // namespace tizza
