#include "scaffold/template_commands.hpp"

#include "base/strings.hpp"
#include "scaffold/interpolate.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {
namespace {

Result<TemplateCommand> render_command(Node node, const Value& context,
                                       const expr::Options& syntax) {
  TemplateCommand command;
  if (node.is_sequence()) {
    std::vector<std::string> words;
    for (const Node item : node.items()) {
      TIZZA_TRY(std::string word, expr::render(item, context, syntax));
      words.push_back(shell_quote(word));
      command.argv.push_back(std::move(word));
    }
    command.shown = join(words, " ");
    return command;
  }
  expr::Options shell = syntax;
  shell.autoescape = expr::Autoescape::kShell;
  shell.keep_trailing_newline = false;
  TIZZA_TRY(command.shown, expr::render(node, context, shell));
  command.argv = {"sh", "-c", command.shown};
  return command;
}

}  // namespace

Result<std::vector<TemplateCommand>> render_commands(Node list, const Value& context,
                                                     const expr::Options& syntax) {
  std::vector<TemplateCommand> commands;
  for (const Node node : list.items()) {
    if (node.is_mapping()) {
      TIZZA_TRY(const bool is_wanted, holds(node["when"], context, syntax));
      if (!is_wanted) continue;
    }
    TIZZA_TRY(TemplateCommand command,
              render_command(node.is_mapping() ? node["run"] : node, context, syntax));
    command.at = node.location();
    commands.push_back(std::move(command));
  }
  return commands;
}

std::string trusted_content(const TemplateTree& tree) {
  const std::string manifest(tree.manifest ? tree.manifest->text() : std::string_view());
  return "template " + std::to_string(manifest.size()) + "\n" + manifest + "\n" +
         tree_hash(tree.files) + "\n" + tree_hash(tree.parts) + "\n";
}

}  // namespace tizza::scaffold
