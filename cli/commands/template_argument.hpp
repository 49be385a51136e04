#pragma once
#include <string>

#include "commands/context.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::commands {

/// The template that an argument names, with the registry's templates where there is a registry.
Result<scaffold::TemplateTree> named_template(const std::string& name, Context& context);

}  // namespace tizza::commands
