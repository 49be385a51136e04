#pragma once
#include <string>
#include <vector>

#include "commands/context.hpp"
#include "scaffold/template_commands.hpp"

/// The commands that a template runs in a new project. They are a stranger's code: they run only
/// where they are trusted.
namespace tizza::commands {

struct TemplateTasks {
  std::vector<scaffold::TemplateCommand> commands;
  std::string content;      ///< What is approved: scaffold::trusted_content().
  std::string source;       ///< The template, as people name it.
  bool is_trusted = false;  ///< Built in, or `--trust` was given.
};

/// Runs the tasks in `folder`, their output on err(). Without trust a person is asked, and a yes is
/// kept for this content; where nobody can be asked, a note says what was not run. An error
/// (Verdict::kNegative) where one fails: those behind it are not run.
Status run_tasks(const TemplateTasks& tasks, const std::string& folder, Context& context);

}  // namespace tizza::commands
