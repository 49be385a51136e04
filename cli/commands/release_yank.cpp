#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/release_index.hpp"
#include "release/index/core_metadata.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

Result<std::optional<std::string>> read_reason(const Arguments& arguments) {
  const std::string& reason = arguments.get("reason");
  if (arguments.has("undo")) {
    if (reason.empty()) return std::optional<std::string>();
    return failure("usage", "`--undo` takes no `--reason`", "leave one of them out");
  }
  if (trim(reason).empty()) {
    return failure("usage", "a yanked version needs a reason", "give `--reason TEXT`");
  }
  if (reason.find_first_of("\r\n") == std::string::npos) return std::optional(reason);
  return failure("usage", "the reason is more than one line", "give one sentence");
}

void print(const std::string& project, const std::string& version,
           const std::vector<release::IndexedFile>& files, const Arguments& arguments,
           Context& context) {
  if (wants_json(arguments)) {
    Value value;
    value.set("schema_version", 1).set("project", project).set("version", version);
    value.set("yanked", !arguments.has("undo")).set("files", indexed_files_value(files));
    context.terminal.out(write_json(value) + "\n");
    return;
  }
  size_t changed = 0;
  for (const auto& file : files) changed += file.is_new ? 1 : 0;
  std::string done = arguments.has("undo") ? "took back the yank of" : "yanked";
  if (changed == 0) done = arguments.has("undo") ? "not yanked:" : "already yanked:";
  if (changed != 0 && arguments.has("dry-run")) {
    done = arguments.has("undo") ? "would take back the yank of" : "would yank";
  }
  context.terminal.out(
      fmt::format("{} `{}` of `{}`: {}\n", done, version, project, counted(files.size(), "file")));
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const std::string folder, index_folder(arguments, context.files));
  TIZZA_TRY(const auto reason, read_reason(arguments));
  const std::string project = release::normalised_project(arguments.positional(0));
  TIZZA_TRY(const Pep440Version version, parse_pep440(arguments.positional(1)));
  release::PackageIndex index(context.files, folder);
  const InterruptHold hold(context.interrupts);
  TIZZA_TRY(const auto files, arguments.has("dry-run")
                                  ? index.compare_yank(project, version, reason)
                                  : index.yank(project, version, reason));
  print(project, version.text(), files, arguments, context);
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& release_yank_command() {
  static const CommandSpec kSpec = {
      .path = "release yank",
      .summary = "keep a published version from being installed where nobody pins it",
      .description =
          "Marks every file of the version in the package index (PEP 592): installers take it only "
          "where it is pinned by `==`, and show the reason. Nothing is removed, so that no build "
          "breaks; `--undo` takes the mark away.",
      .examples = {{"tizza release yank auth-client 1.4.0 --reason 'drops tokens'",
                    "from the index of the configuration"},
                   {"tizza release yank auth-client 1.4.0 --undo", "it was fine after all"}},
      .positionals = {{.name = "PKG",
                       .summary = "project of the index",
                       .completer = Completer::kPackages},
                      {.name = "VERSION", .summary = "the version"}},
      .flags = {{.name = "reason",
                 .arity = FlagArity::kOne,
                 .value_name = "<text>",
                 .summary = "why; shown to everybody who pins it"},
                {.name = "undo", .summary = "take the mark away"},
                index_flag(),
                {.name = "dry-run", .summary = "say what would change and change nothing"},
                list_format_flag()},
      .needs = Needs::kNothing,
      .changes = Changes::kRemote,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
