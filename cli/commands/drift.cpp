#include <algorithm>
#include <iterator>
#include <set>

#include "base/paths.hpp"
#include "base/thread_pool.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/drift_templates.hpp"
#include "commands/drift_view.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/output_target.hpp"
#include "commands/progress.hpp"
#include "commands/template_argument.hpp"

namespace tizza::commands {
namespace {

constexpr std::string_view kFormats[] = {"pretty", "json", "sarif", "html"};

std::vector<std::string_view> format_names() {
  return {std::begin(kFormats), std::end(kFormats)};
}

/// What `-o` names, with the formats that a table of projects has.
Result<std::vector<OutputTarget>> read_outputs(const Arguments& arguments, const Context& context) {
  std::vector<OutputTarget> targets;
  for (const std::string& output : arguments.all("output")) {
    TIZZA_TRY(OutputTarget target, read_output(output, arguments.get("format")));
    const auto names = format_names();
    const bool is_known = std::find(names.begin(), names.end(), target.format->name) != names.end();
    if (!is_known || target.path.empty()) {
      return failure("usage", "`-o " + output + "` cannot be written",
                     "give `-o FORMAT=FILE`, with pretty, json, sarif or html");
    }
    targets.push_back(std::move(target));
  }
  TIZZA_CHECK(check_distinct(targets, context));
  return targets;
}

/// The folders to compare, each once: two patterns of a shell may both hold it, and `services/*`
/// holds files besides.
std::vector<std::string> folders_of(const std::vector<std::string>& named,
                                    const FileReader& files) {
  if (named.empty()) return {"."};
  std::vector<std::string> folders;
  std::set<std::string> seen;
  for (const std::string& name : named) {
    const std::string folder = normal_path(name);
    const auto info = files.info(folder);
    if (named.size() > 1 && info && info->type == FileType::kRegular) continue;
    const auto real = files.real_path(folder);
    if (seen.insert(real ? *real : folder).second) folders.push_back(folder);
  }
  return folders;
}

/// Compares each folder, on all cores.
std::vector<DriftRow> compare_all(const std::vector<std::string>& folders,
                                  const registry::Registry* registry, bool is_offline,
                                  Context& context) {
  DriftTemplates templates(registry, is_offline, context);
  const scaffold::DriftSources sources = templates.sources();
  std::vector<DriftRow> rows(folders.size());
  Progress progress("projects", folders.size(), context);
  parallel_for(folders.size(), 0, [&](size_t i) {
    rows[i].folder = folders[i];
    auto drift = scaffold::find_drift(context.files, context.git, folders[i], sources);
    if (drift) {
      rows[i].drift = *std::move(drift);
    } else {
      rows[i].problem = std::move(drift).error().diagnostic;
    }
    progress.advance();
  });
  return rows;
}

std::string rendered(std::string_view format, const DriftTable& table, bool lists_files,
                     const Context& context) {
  if (format == "json") return drift_json(table);
  if (format == "sarif") return report::render_sarif(drift_report(table));
  if (format == "html") return drift_html(table);
  return drift_text(table, lists_files, context);
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto outputs, read_outputs(arguments, context));
  const auto folders = folders_of(arguments.positionals(), context.files);
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  const DriftTable table{
      compare_all(folders, registry ? &*registry : nullptr, arguments.has("offline"), context),
      DriftGate(arguments.all("fail-on"))};
  const bool lists_files = table.rows.size() == 1 || arguments.has("files");
  std::string_view format = arguments.get("format");
  for (const OutputTarget& target : outputs) {
    if (target.is_standard_output()) {
      format = target.format->name;
      continue;
    }
    TIZZA_CHECK(context.files.write_file(
        target.path, rendered(target.format->name, table, lists_files, context)));
  }
  context.terminal.out(rendered(format, table, lists_files, context));
  const bool tells_errors = format == "pretty" || format == "html";
  for (const DriftRow& row : table.rows) {
    if (tells_errors && !row.drift) print_warning(row.problem, context);
  }
  const DriftCounts counts = count_drift(table);
  if (counts.failed > 0) return Verdict::kCouldNotRun;
  return counts.drifted > 0 ? Verdict::kNegative : Verdict::kDone;
}

}  // namespace

const CommandSpec& drift_command() {
  static const CommandSpec spec{
      .path = "drift",
      .summary = "compare projects with what their templates make",
      .description =
          "Compares contents, not version numbers: the last commit of each project against what "
          "its template had made, and against what it makes now of the same answers. Each file "
          "has a class, as in `tizza update`: `update`, `new` and `removed` wait for an update, "
          "`ours` and `deleted by user` are the project's own work, `diverged` is both, and the "
          "`unmanaged` are none of the template's. Counted besides are the places of the "
          "template that nobody has filled in yet.\n\n"
          "The exit code is 1 where a project is behind its template: a file of it has one of the "
          "classes `diverged`, `update`, `new` or `removed`. What a project does alone is normal "
          "work and no drift. `--fail-on` says otherwise: `ours` and `deleted` for projects that "
          "are to stay as they were made, `fill-in` for those that are to be complete, `version` "
          "for a newer version even if it changes none of their files. 2 is for a folder that "
          "could not be checked. Nothing in the projects is written or fetched.",
      .examples = {{"tizza drift", "the project in this folder, file by file"},
                   {"tizza drift services/*", "one table over all of them"},
                   {"tizza drift services/* -o drift.html -o drift.sarif", "and keep it"},
                   {"tizza drift --fail-on behind --fail-on fill-in",
                    "fail where something is still to be filled in, too"}},
      .positionals = {{"DIR", "projects; this folder where none is given", PositionalArity::kMany,
                       Completer::kFolders}},
      .flags = {{.name = "fail-on",
                 .arity = FlagArity::kMany,
                 .value_name = "<class>",
                 .summary = "what makes the exit code 1",
                 .default_value = "behind",
                 .config_key = "drift.fail-on",
                 .choices = DriftGate::choices()},
                {.name = "files", .summary = "list the files, for several projects too"},
                offline_flag(),
                {.name = "format",
                 .arity = FlagArity::kOne,
                 .value_name = "<format>",
                 .summary = "how the table is printed",
                 .default_value = "pretty",
                 .choices = format_names()},
                output_flag()},
      .needs = Needs::kGit,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
