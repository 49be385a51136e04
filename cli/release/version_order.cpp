#include "release/version_order.hpp"

#include "base/pep440.hpp"
#include "base/semver.hpp"

namespace tizza::release {

std::optional<std::weak_ordering> compare_versions(VersionScheme scheme, std::string_view a,
                                                   std::string_view b) {
  if (scheme != VersionScheme::kPep440) {
    const auto left = parse_semver(a), right = parse_semver(b);
    if (left.ok() && right.ok()) return precedence(*left, *right);
    if (scheme == VersionScheme::kSemVer) return std::nullopt;
  }
  const auto left = parse_pep440(a), right = parse_pep440(b);
  if (left.ok() && right.ok()) return *left <=> *right;
  return std::nullopt;
}

const GitTag* latest_version_tag(const std::vector<GitTag>& tags, VersionScheme scheme) {
  const GitTag* latest = nullptr;
  for (const GitTag& tag : tags) {
    const auto order = compare_versions(scheme, latest ? latest->name : tag.name, tag.name);
    if (order && (latest == nullptr || *order < 0)) latest = &tag;
  }
  return latest;
}

}  // namespace tizza::release
