#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/posix_interrupts.hpp"

namespace tizza::platform {

/// One line from the terminal with the usual editing keys; the prompt stands on standard error and
/// may hold several lines and colours. Called within a hold. Errors as for Terminal::read_line.
Result<std::string> edit_line(std::string_view prompt, PosixInterrupts& interrupts);

}  // namespace tizza::platform
