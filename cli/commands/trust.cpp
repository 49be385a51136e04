#include "base/sha256.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/trust_store.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const bool is_dry_run = arguments.has("dry-run");
  for (const std::string& path : arguments.positionals()) {
    TIZZA_TRY(const std::string content, context.files.read_file(path));
    const std::string hash = sha256(content).substr(0, 12);
    if (is_approved(content, context)) {
      context.terminal.out("`" + path + "` is trusted already (" + hash + ")\n");
      continue;
    }
    if (!is_dry_run) TIZZA_CHECK(approve(content, path, context));
    context.terminal.out((is_dry_run ? "would trust `" : "trusted `") + path + "` as it is now (" +
                         hash + ")\n");
  }
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& trust_command() {
  static const CommandSpec spec{
      .path = "trust",
      .summary = "approve a file that runs commands",
      .description =
          "A playbook of a repository runs commands, so it is approved once, by the hash of its "
          "content: read it first. After an edit it needs a new approval. Built-in playbooks need "
          "none.",
      .examples = {{"tizza trust playbooks/move-pizzas.yaml", "let `playbook run` run it"}},
      .positionals = {{"FILE", "what is approved", PositionalArity::kAtLeastOne,
                       Completer::kFiles}},
      .flags = {{.name = "dry-run", .summary = "show what would be approved"}},
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
