#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tizza::playbook {

/// `30s`, `2m`, `1h30m`, `250ms`, `1d`; none for anything else and for more than a year.
std::optional<std::chrono::milliseconds> parse_duration(std::string_view text);

/// The shortest of these forms: `90s` is `1m30s`.
std::string duration_text(std::chrono::milliseconds duration);

}  // namespace tizza::playbook
