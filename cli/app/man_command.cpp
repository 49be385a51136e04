#include "app/man_page.hpp"
#include "app/own_commands.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::CommandSpec;
using commands::Context;

namespace {

Result<Verdict> run_man(const Arguments& arguments, Context& context) {
  const std::string folder = arguments.positional(0);
  const auto pages = man_pages();
  if (arguments.has("dry-run")) {
    for (const ManPage& page : pages) {
      context.terminal.out(join_path(folder, page.name + ".1") + "\n");
    }
    return Verdict::kDone;
  }
  TIZZA_CHECK(context.files.make_directories(folder));
  for (const ManPage& page : pages) {
    TIZZA_CHECK(context.files.write_file(join_path(folder, page.name + ".1"), page.text));
  }
  context.terminal.err(counted(pages.size(), "page") + " written to " + folder + "\n");
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& man_command() {
  static const CommandSpec spec = {
      .path = "man",
      .summary = "write the manual pages",
      .description = "The build calls this; installed pages are read with `man tizza`.",
      .examples = {{"tizza man build/man", "one page a command in that folder"}},
      .positionals = {{.name = "FOLDER",
                       .summary = "where the pages go",
                       .completer = commands::Completer::kFolders}},
      .flags = {{.name = "dry-run", .summary = "only name the files"}},
      .changes = commands::Changes::kLocal,
      .run = run_man,
      .is_hidden = true,
      .defies_config = true,
  };
  return spec;
}

}  // namespace tizza::app
