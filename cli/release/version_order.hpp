#pragma once
#include <compare>
#include <optional>
#include <string_view>
#include <vector>

#include "ports/git.hpp"
#include "release/version_format.hpp"

namespace tizza::release {

/// Which of two versions comes later; none where a text is no version of the scheme.
std::optional<std::weak_ordering> compare_versions(VersionScheme scheme, std::string_view a,
                                                   std::string_view b);

/// The tag with the highest version; tags that are no versions do not count. nullptr for none.
const GitTag* latest_version_tag(const std::vector<GitTag>& tags, VersionScheme scheme);

}  // namespace tizza::release
