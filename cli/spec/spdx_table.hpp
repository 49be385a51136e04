#pragma once
#include <string_view>

namespace tizza::spec {

/// The identifiers of the SPDX license list, deprecated ones included, and those of its exceptions;
/// spaces between them.
std::string_view spdx_licenses();
std::string_view spdx_exceptions();

}  // namespace tizza::spec
