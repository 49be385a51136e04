#include "commands/release_tagging.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/output.hpp"
#include "commands/release_settings.hpp"
#include "release/format_table.hpp"
#include "release/plan_view.hpp"
#include "spec/validate.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

std::string folder_of(const Arguments& arguments) {
  const std::string given = arguments.positional(0);
  return given.empty() ? "." : given;
}

std::vector<std::string_view> version_files() {
  std::vector<std::string_view> names;
  for (const auto* format : release::version_formats()) names.push_back(format->file);
  return names;
}

}  // namespace

PositionalSpec package_folder() {
  return {.name = "DIR",
          .summary = "folder of the package (default: the working directory)",
          .arity = PositionalArity::kOptional,
          .completer = Completer::kFolders};
}

PositionalSpec package_names() {
  return {.name = "PKG",
          .summary = "packages by name or folder (default: all)",
          .arity = PositionalArity::kMany,
          .completer = Completer::kFolders};
}

std::vector<FlagSpec> tagging_flags() {
  return {
      {.name = "remote",
       .arity = FlagArity::kOne,
       .value_name = "<remote>",
       .summary = "where the tag goes",
       .default_value = "origin",
       .env = "TIZZA_RELEASE_REMOTE",
       .config_key = "release.remote"},
      {.name = "branch",
       .arity = FlagArity::kOne,
       .value_name = "<branch>",
       .summary = "the remote's branch that must hold the commit (default: the current one)",
       .env = "TIZZA_RELEASE_BRANCH"},
      {.name = "version-file",
       .arity = FlagArity::kOne,
       .value_name = "<file>",
       .summary = "the one file whose version counts",
       .choices = version_files()},
      {.name = "no-specs", .summary = "release whatever its API descriptions say"},
      list_format_flag(),
  };
}

release::Guard check_specs(const release::Repository& repository, const std::string& folder,
                           const FileReader& files) {
  constexpr std::string_view kId = "specs";
  const auto tracked = repository.tracked({"*.yaml", "*.yml", "*.json"});
  if (!tracked.ok()) return release::failed(kId, tracked.error());
  spec::Inputs inputs;
  for (const auto& path : *tracked) inputs.files.push_back({join_path(folder, path), false});
  const auto report = spec::validate(inputs, std::nullopt, files, spec::recommended_rules());
  const size_t errors = report::count_by_severity(report)[0];
  const std::string help = "run `tizza validate " + shell_quote(folder) + "`";
  if (errors > 0) {
    const auto first =
        std::find_if(report.findings.begin(), report.findings.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
    Error error = failure_at(
        first->at, {}, counted(errors, "error") + " in API descriptions: " + first->message, help);
    error.verdict = Verdict::kNegative;
    return release::failed(kId, std::move(error));
  }
  const std::string valid =
      report.documents.empty()
          ? "there is no API description"
          : counted(report.documents.size(), "API description is", "API descriptions are") +
                " valid";
  if (report.errors.empty()) return release::passed(kId, valid);
  return release::noted(
      kId, valid + ", but not every file could be checked: " + report.errors.front().message, help);
}

Result<release::Repository> open_package(const Arguments& arguments, Context& context) {
  const std::string folder = folder_of(arguments);
  TIZZA_CHECK(context.files.list(folder));  // says better than git what is wrong with it
  return release::Repository::open(context.git, folder, context.presentation.may_ask);
}

Result<Tagging> plan_release_tag(const Arguments& arguments, Context& context) {
  TIZZA_TRY(auto settings, read_release_settings(arguments, arguments.positional(0)));
  if (arguments.has("version-file")) {
    for (auto& package : settings.packages) package.version_file = arguments.get("version-file");
  }
  TIZZA_TRY(const auto packages, chosen_packages(settings, arguments.positionals()));
  TIZZA_TRY(auto repository, open_packages(packages, context));
  const release::TagRequest request{arguments.get("remote"), arguments.get("branch")};
  TIZZA_TRY(auto plan, plan_tag(repository, context.files, settings, packages, request));
  if (!arguments.has("no-specs")) {
    for (const auto& package : plan.packages) {
      TIZZA_TRY(const auto folder,
                release::Repository::open(context.git, package.directory, false));
      plan.guards.push_back(check_specs(folder, package.directory, context.files));
    }
  }
  return Tagging{std::move(repository), std::move(plan)};
}

void print_plan(const release::TagPlan& plan, const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    context.terminal.out(write_json(plan_value(plan)) + "\n");
    return;
  }
  const auto width = static_cast<size_t>(context.terminal.width());
  context.terminal.out(plan_text(plan, {width, context.presentation.colour_out}));
}

}  // namespace tizza::commands
