#pragma once
#include "base/diagnostic.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::scaffold {

/// Everything that is wrong with a template and can be seen without answers: its manifest, the
/// syntax of each file and path, and names that no question gives (rules `syntax`, `template`,
/// `unknown-name`, and those of the schema).
void lint(const TemplateTree& tree, Sink& sink);

}  // namespace tizza::scaffold
