#include "commands/template_argument.hpp"

#include "base/folders.hpp"
#include "commands/output.hpp"
#include "registry/load.hpp"
#include "scaffold/template_cache.hpp"

namespace tizza::commands {

Result<scaffold::TemplateTree> open_template(const std::string& name,
                                             const registry::Registry* registry, bool is_offline,
                                             Context& context) {
  scaffold::TemplateCache cache(context.files, context.git,
                                {.folder = cache_folder(context.environment),
                                 .is_offline = is_offline,
                                 .may_prompt = context.presentation.may_ask});
  auto tree = scaffold::find_template(context.files, name, registry, &cache);
  for (const Diagnostic& warning : cache.take_warnings()) print_warning(warning, context);
  return tree;
}

Result<scaffold::TemplateTree> named_template(const std::string& name, bool is_offline,
                                              Context& context) {
  const auto path = registry::find_registry(context.files, context.environment, context.registry);
  if (!path) return open_template(name, nullptr, is_offline, context);
  TIZZA_TRY(const auto registry, registry::load(context.files, *path));
  return open_template(name, &registry, is_offline, context);
}

FlagSpec offline_flag() {
  return {.name = "offline", .summary = "fetch no template: take what the cache has"};
}

}  // namespace tizza::commands
