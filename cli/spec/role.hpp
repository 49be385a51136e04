#pragma once
#include <cstdint>
#include <string_view>

#include "spec/version.hpp"

namespace tizza::spec {

/// What the described service does with the messages of an operation.
enum class Role : uint8_t { kNone, kSends, kReceives };

/// The role behind `publish` and `subscribe` of AsyncAPI 2, or behind the `action` of AsyncAPI 3.
/// The words changed sides: in 2.0.0-rc1 they say what the service itself does; from 2.0.0-rc2 to
/// 2.6.0 what others do, who publish what it receives; since 3.0.0 `send` and `receive` are the
/// service's own again. kNone for other words and formats.
Role role_of(Version version, std::string_view word);

}  // namespace tizza::spec
