#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tizza::platform {

/// The reason behind an errno in words: `no such file`, `is a folder`, `permission denied`.
std::string error_words(int error_number);

/// "cannot read `PATH`: no such file", rule `file`. `action` is the verb (`read`, `write`).
Error file_error(std::string_view action, const std::string& path, int error_number);

}  // namespace tizza::platform
