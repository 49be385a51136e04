#pragma once
#include <optional>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "registry/model.hpp"

namespace tizza::commands {

/// The registry, or none where there is none to be found; a broken one, and one that was named and
/// is absent, is an error.
Result<std::optional<registry::Registry>> open_registry_if_any(const Context& context);

}  // namespace tizza::commands
