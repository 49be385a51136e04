#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::commands {

struct CookiecutterOptions {
  std::string destination;  ///< Empty: the folder that the template names.
  std::vector<std::string> data;
  std::string answers_file;  ///< Answers, or what cookiecutter wrote down for a replay.
  bool take_defaults = false;
  bool is_dry_run = false;
  bool has_repository = true;
  bool is_trusted = false;
  bool is_json = false;
};

/// `tizza new` for a template of cookiecutter: asks for its variables, renders it and makes the
/// project, all or nothing. Its hooks run only where they are trusted; else a note names them.
Result<Verdict> new_from_cookiecutter(scaffold::TemplateTree tree, CookiecutterOptions options,
                                      Context& context);

}  // namespace tizza::commands
