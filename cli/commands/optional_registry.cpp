#include "commands/optional_registry.hpp"

#include "registry/load.hpp"

namespace tizza::commands {

Result<std::optional<registry::Registry>> open_registry_if_any(const Context& context) {
  auto path = registry::find_registry(context.files, context.environment, context.registry);
  if (!path && context.registry.empty()) return std::optional<registry::Registry>();
  if (!path) return std::move(path).error();
  TIZZA_TRY(auto registry, registry::load(context.files, *path));
  return std::optional(std::move(registry));
}

}  // namespace tizza::commands
