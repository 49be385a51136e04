#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "expr/template.hpp"
#include "scaffold/template_tree.hpp"
#include "text/value.hpp"

/// Templates that were written for the tool cookiecutter, run as they are.
namespace tizza::scaffold::cookiecutter {

/// One of the templates that a menu leads to.
struct MenuEntry {
  std::string name;
  std::string label;
  std::string folder;  ///< Below the template's own.
};

/// What `cookiecutter.json` says.
struct Settings {
  Value variables;              ///< Every variable with what was declared for it, in order.
  Value prompts;                ///< `__prompts__`; null for none.
  std::vector<MenuEntry> menu;  ///< Not empty: it is only a menu of others.
  std::string menu_prompt;
  expr::Options syntax;  ///< By `_jinja2_env_vars`.
};

/// Reads the settings. An error names Python extensions and options of the template language that
/// are not built in: before anything is asked.
Result<Settings> read_settings(const TemplateTree& tree);

/// The template in a folder of another one.
Result<TemplateTree> nested_template(const TemplateTree& tree, const std::string& folder);

}  // namespace tizza::scaffold::cookiecutter
