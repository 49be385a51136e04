#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "expr/template.hpp"
#include "scaffold/template_tree.hpp"
#include "text/document.hpp"
#include "text/value.hpp"

namespace tizza::scaffold {

/// A command of a template (one of its `tasks` or `checks`), ready to run in a project's folder.
struct TemplateCommand {
  std::string shown;  ///< As a line for a shell.
  std::vector<std::string> argv;
  Location at;  ///< In the manifest.
};

/// Renders commands: a text is a line for `sh`, in which answers are quoted; a list is a program
/// and its arguments; a mapping has one of them as `run` and a condition as `when`.
Result<std::vector<TemplateCommand>> render_commands(Node list, const Value& context,
                                                     const expr::Options& syntax);

/// What is approved when a template's commands are: everything in it, by its hash.
std::string trusted_content(const TemplateTree& tree);

}  // namespace tizza::scaffold
