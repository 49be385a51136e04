#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "scaffold/cookiecutter/template.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold::cookiecutter {

/// A script of the template, rendered: what runs in the project's folder.
struct Hook {
  std::string file;  ///< `post_gen_project.py`
  std::string script;
};

/// What a template makes.
struct Made {
  std::string name;  ///< Of the project's folder, as the template renders it.
  Project project;
  std::vector<Hook> before;  ///< To run before the files are there: `pre_gen_project`.
  std::vector<Hook> after;   ///< To run behind them: `post_gen_project`.
};

/// Renders every text file in cookiecutter's order, in which a template may change its variables by
/// `cookiecutter.update(…)`; `context` is as collect_variables() gives it. Files that are binary or
/// match `_copy_without_render` are copied. Errors as those of render_project().
Result<Made> render(const TemplateTree& tree, const Settings& settings, Value context);

/// The scripts of a template that are called so, rendered; `pre_prompt` needs no rendering.
Result<std::vector<Hook>> find_hooks(const TemplateTree& tree, const std::string& name,
                                     Value& context, const expr::Options& syntax);

/// Whether a file is copied rather than rendered, as the library binaryornot would say: by its
/// ending, else where it is not UTF-8 text.
bool is_binary(const std::string& path, std::string_view bytes);

/// Python's fnmatch(): `*` takes slashes too.
bool matches_pattern(std::string_view path, std::string_view pattern);

}  // namespace tizza::scaffold::cookiecutter
