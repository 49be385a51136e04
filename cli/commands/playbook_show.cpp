#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/playbook_session.hpp"
#include "playbook/checklist_formats.hpp"
#include "playbook/step_kind.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using playbook::Playbook;
using playbook::Step;

std::string to_json(const Playbook& playbook, const playbook::LibraryEntry& entry) {
  Value root;
  root.set("schema_version", 1);
  root.set("name", playbook.name);
  root.set("origin", to_string(entry.origin));
  root.set("path", entry.path);
  root.set("playbook", Value::from(playbook.root()));
  Value::List steps;
  for (const Step& step : playbook.steps) {
    Value item;
    item.set("id", step.id);
    item.set("kind", step.kind->keyword);
    item.set("changes", step.kind->changes(step));
    item.set("needs_person", step.kind->is_gate);
    steps.push_back(std::move(item));
  }
  root.set("steps", std::move(steps));
  return write_json(root, 2) + "\n";
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  TIZZA_TRY(const auto entry,
            playbook::find_playbook(context.files, registry ? &*registry : nullptr,
                                    arguments.positional(0)));
  TIZZA_TRY(const Playbook playbook, parse_for_use(entry));
  const auto width = static_cast<size_t>(context.terminal.width());
  context.terminal.out(wants_json(arguments)
                           ? to_json(playbook, entry)
                           : checklist_text(make_checklist(playbook), entry.path, width));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& playbook_show_command() {
  static const CommandSpec spec{
      .path = "playbook show",
      .summary = "print a playbook as a checklist",
      .description = "Prints what a playbook asks for, checks and does, in its order.",
      .examples = {{"tizza playbook show revert-version", "read it before it is needed"}},
      .positionals = {{"NAME", "a playbook's name or file", PositionalArity::kRequired,
                       Completer::kPlaybooks}},
      .flags = {{.name = "format",
                 .arity = FlagArity::kOne,
                 .value_name = "<format>",
                 .summary = "how it is printed",
                 .default_value = "checklist",
                 .choices = {"checklist", "json"}}},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
