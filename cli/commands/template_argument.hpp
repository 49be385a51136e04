#pragma once
#include <string>

#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "registry/model.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::commands {

/// The template that a name stands for; `registry` may be null. Templates elsewhere are fetched
/// into the cache, unless `is_offline`; what goes wrong with that but stops nothing is a warning.
Result<scaffold::TemplateTree> open_template(const std::string& name,
                                             const registry::Registry* registry, bool is_offline,
                                             Context& context);

/// The same with the registry's templates where there is a registry.
Result<scaffold::TemplateTree> named_template(const std::string& name, bool is_offline,
                                              Context& context);

/// `--offline`
FlagSpec offline_flag();

}  // namespace tizza::commands
