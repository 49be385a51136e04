#pragma once
#include <string_view>

namespace tizza {

/// The version of tizza, `MAJOR.MINOR.PATCH`, as CMake's project() has it.
std::string_view tool_version();

}  // namespace tizza
