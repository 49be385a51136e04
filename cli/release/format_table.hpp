#pragma once
#include <span>
#include <string_view>

#include "release/version_format.hpp"

namespace tizza::release {

/// Every kind of file that states a version, in the order in which they are asked: where several
/// agree, the first is the one that is named.
std::span<const VersionFormat* const> version_formats();

/// The format of files with this name, or nullptr.
const VersionFormat* find_format(std::string_view file);

}  // namespace tizza::release
