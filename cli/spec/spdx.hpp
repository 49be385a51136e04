#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// License expressions of SPDX 2.3, annex D: `MIT`, `Apache-2.0 OR GPL-2.0-or-later WITH …`.
namespace tizza::spec {

/// The first part of the expression that is no license, exception or operator at its place; nothing
/// where the expression is sound. Letters count in any case.
std::optional<std::string> unknown_license(std::string_view expression);

/// All identifiers of the SPDX license list, for what is close to a misspelt one.
const std::vector<std::string>& license_ids();

}  // namespace tizza::spec
