#include "commands/findings_verdict.hpp"
#include "release/audit.hpp"

#include "commands/all.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/release_follow_up.hpp"
#include "commands/release_index.hpp"
#include "commands/release_settings.hpp"

namespace tizza::commands {
namespace {

release::NotedRelease noted_of(const registry::Item& entry) {
  const Node released = entry.value["released"];
  if (!released) return {};
  return {std::string(released["version"].text()), std::string(released["commit"].text()),
          std::string(released["sha256"].text()), released.location()};
}

Result<std::vector<release::AuditedPackage>> audited_packages(
    const std::vector<const release::Package*>& packages, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  std::vector<release::AuditedPackage> audited;
  for (const auto* package : packages) {
    const auto* entry =
        registry ? find_entry(*registry, package->name, package->directory, context) : nullptr;
    audited.push_back({package, entry == nullptr ? release::NotedRelease() : noted_of(*entry)});
  }
  return audited;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const auto& wanted = arguments.positionals();
  TIZZA_CHECK(check_outputs(arguments, context));
  TIZZA_TRY(const auto settings, read_release_settings(arguments, wanted.empty() ? "" : wanted[0]));
  TIZZA_TRY(const auto packages, chosen_packages(settings, wanted));
  TIZZA_TRY(const auto repository,
            release::Repository::open(context.git, packages[0]->directory, false));
  TIZZA_TRY(const auto audited, audited_packages(packages, context));
  const std::string remote = arguments.has("offline") ? "" : arguments.get("remote");
  report::Report report;
  for (const auto* package : packages) {
    report.documents.push_back({package->shown(), "package", {}});
  }
  std::string index;
  if (!arguments.get("index").empty()) {
    TIZZA_TRY(index, index_folder(arguments, context.files));
  }
  TIZZA_TRY(report.findings, audit_releases(repository, context.files, context.archives, settings,
                                            audited, {remote, index}));
  print_report(report, arguments, context);
  TIZZA_CHECK(write_reports(report, arguments, context));
  return verdict_of(report.findings);
}

}  // namespace

const CommandSpec& release_audit_command() {
  static const CommandSpec kSpec = {
      .path = "release audit",
      .summary = "compare tags, artefacts, versions and what the registry noted",
      .description =
          "Finds tags that are on another commit at the remote or are not there, tags on commits "
          "that state another version, tags without artefacts and artefacts without a tag in the "
          "package index, published files that are gone or altered, and releases that the registry "
          "noted otherwise. Changes nothing; exits 1 where something is wrong, and 2 where tags "
          "are missing in this clone.",
      .examples = {{"tizza release audit", "every package of this repository"},
                   {"tizza release audit --index /srv/packages", "with its artefacts"}},
      .positionals = {{.name = "PKG",
                       .summary = "packages by name or folder (default: all)",
                       .arity = PositionalArity::kMany,
                       .completer = Completer::kFolders}},
      .flags = {index_flag(),
                {.name = "remote",
                 .arity = FlagArity::kOne,
                 .value_name = "<remote>",
                 .summary = "whose tags are compared",
                 .default_value = "origin",
                 .env = "TIZZA_RELEASE_REMOTE",
                 .config_key = "release.remote"},
                {.name = "offline", .summary = "ask no remote"},
                report_format_flag(),
                output_flag()},
      .needs = Needs::kGit,
      .changes = Changes::kNothing,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
