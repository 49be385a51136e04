#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/optional_registry.hpp"
#include "commands/playbook_session.hpp"
#include "playbook/checklist_formats.hpp"

namespace tizza::commands {
namespace {

// Of a checklist that is no terminal's: paper and wikis.
constexpr size_t kPaperColumns = 80;

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  TIZZA_TRY(const auto entry,
            playbook::find_playbook(context.files, registry ? &*registry : nullptr,
                                    arguments.positional(0)));
  TIZZA_TRY(const playbook::Playbook playbook, parse_for_use(entry));
  const playbook::Checklist list = make_checklist(playbook);
  const std::string& format = arguments.get("format");
  context.terminal.out(format == "html"       ? checklist_html(list)
                       : format == "markdown" ? checklist_markdown(list)
                                              : checklist_text(list, entry.path, kPaperColumns));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& playbook_export_command() {
  static const CommandSpec spec{
      .path = "playbook export",
      .summary = "print a playbook for a wiki or for paper",
      .description =
          "Prints all that a playbook says as it is written, for those who follow it without "
          "tizza: "
          "as Markdown with boxes to tick, as one HTML page that needs no network, or as text.",
      .examples = {{"tizza playbook export revert-version > revert-version.md", "for the wiki"},
                   {"tizza playbook export revert-version --format html > revert.html",
                    "a page to print"}},
      .positionals = {{"NAME", "a playbook's name or file", PositionalArity::kRequired,
                       Completer::kPlaybooks}},
      .flags = {{.name = "format",
                 .arity = FlagArity::kOne,
                 .value_name = "<format>",
                 .summary = "how it is printed",
                 .default_value = "markdown",
                 .choices = {"markdown", "html", "checklist"}}},
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
