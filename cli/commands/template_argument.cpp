#include "commands/template_argument.hpp"

#include "registry/load.hpp"

namespace tizza::commands {

Result<scaffold::TemplateTree> named_template(const std::string& name, Context& context) {
  const auto path = registry::find_registry(context.files, context.environment, context.registry);
  if (!path) return scaffold::find_template(context.files, name, nullptr);
  TIZZA_TRY(const auto registry, registry::load(context.files, *path));
  return scaffold::find_template(context.files, name, &registry);
}

}  // namespace tizza::commands
