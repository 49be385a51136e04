#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/optional_registry.hpp"
#include "commands/output.hpp"
#include "commands/project_pins.hpp"
#include "commands/release_settings.hpp"
#include "commands/release_tagging.hpp"
#include "release/package_state.hpp"
#include "release/pins/lag.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using release::KnownPackage;
using release::Lag;
using release::Pin;

/// What the registry notes as released.
Status add_registered(std::vector<KnownPackage>& known, Context& context) {
  TIZZA_TRY(const auto registry, open_registry_if_any(context));
  if (!registry) return {};
  for (const auto& package : registry->items(registry::Kind::kPackage)) {
    const auto version = package.field("released.version").text();
    if (version.empty()) continue;
    known.push_back(
        {package.name(), std::string(package.text("repository")), {std::string(version)}, false});
  }
  return {};
}

/// The tags of the packages of this project, which others in it may pin.
Status add_tagged(std::vector<KnownPackage>& known, const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto settings, read_release_settings(arguments, "."));
  if (settings.packages[0].name.empty()) return {};
  const auto repository = context.git.open(settings.packages[0].directory);
  if (!repository.ok()) return {};
  TIZZA_TRY(const auto tags, (*repository)->tags());
  const auto own =
      release::own_tags(tags, release::read_stated_versions(context.files, settings).tracked);
  for (size_t i = 0; i < own.size(); ++i) {
    if (own[i].empty()) continue;
    KnownPackage package{settings.packages[i].name, {}, {}, true};
    for (const auto& tag : own[i]) package.versions.push_back(tag.version.text);
    known.push_back(std::move(package));
  }
  return {};
}

Value pin_value(const Pin& pin, const std::optional<Lag>& lag) {
  const Position at = pin.at.begin();
  Value value;
  value.set("name", pin.name)
      .set("ecosystem", to_string(pin.ecosystem))
      .set("kind", release::to_string(pin.kind))
      .set("pin", pin.pin)
      .set("latest", lag ? Value(lag->latest) : Value())
      .set("behind", lag && !lag->part.empty() ? Value(lag->part) : Value())
      .set("releases_behind", lag && lag->releases ? Value(*lag->releases) : Value())
      .set("path", pin.at.source->path())
      .set("line", at.line)
      .set("column", at.column);
  return value;
}

Value finding_value(const Diagnostic& finding) {
  const Position at = finding.at.begin();
  Value value;
  value.set("rule", finding.rule)
      .set("severity", to_string(finding.severity))
      .set("message", finding.message)
      .set("help", finding.help)
      .set("path", finding.at.source->path())
      .set("line", at.line)
      .set("column", at.column);
  return value;
}

void print_json(const release::ProjectPins& project, const std::vector<std::optional<Lag>>& lags,
                Context& context) {
  Value::List pins, findings;
  for (size_t i = 0; i < lags.size(); ++i) pins.push_back(pin_value(project.pins[i], lags[i]));
  for (const auto& finding : project.findings) findings.push_back(finding_value(finding));
  Value value;
  value.set("schema_version", 1).set("pins", std::move(pins)).set("findings", std::move(findings));
  context.terminal.out(write_json(value) + "\n");
}

/// `1.5.0 (minor)`, `2.0.0 (major, 3 releases)`; the version alone where the pin is no older.
report::TableCell latest_cell(const std::optional<Lag>& lag) {
  if (!lag) return {"", report::Style::kPlain};
  if (lag->part.empty()) return {lag->latest, report::Style::kGood};
  std::string text = fmt::format("{} ({}", lag->latest, lag->part);
  if (lag->releases) text += ", " + counted(*lag->releases, "release");
  return {text + ")", report::Style::kWarn};
}

void print_table(const release::ProjectPins& project, const std::vector<std::optional<Lag>>& lags,
                 Context& context) {
  const bool is_any_known =
      std::any_of(lags.begin(), lags.end(), [](const auto& lag) { return lag.has_value(); });
  std::vector<std::string> head = {"PACKAGE", "PIN", "KIND"};
  if (is_any_known) head.emplace_back("LATEST");
  head.emplace_back("FILE");
  report::Table table(std::move(head));
  for (size_t i = 0; i < lags.size(); ++i) {
    const Pin& pin = project.pins[i];
    const auto style = is_pinned(pin.kind) ? report::Style::kPlain : report::Style::kError;
    const bool is_commit = pin.kind == release::PinKind::kCommit;
    std::vector<report::TableCell> row = {
        pin.name,
        {is_commit ? release::short_commit(pin.pin) : pin.pin, style},
        {release::to_string(pin.kind), style}};
    if (is_any_known) row.push_back(latest_cell(lags[i]));
    row.push_back(fmt::format("{}:{}", pin.at.source->path(), pin.at.begin().line));
    table.add(std::move(row));
  }
  context.terminal.out(table.render(table_options(context)));
  for (const Diagnostic& finding : project.findings) print_warning(finding, context);
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string given = arguments.positional(0);
  TIZZA_TRY(const auto project, read_project_pins(given.empty() ? "." : given, context));
  std::vector<KnownPackage> known;
  TIZZA_CHECK(add_tagged(known, arguments, context));
  TIZZA_CHECK(add_registered(known, context));
  std::vector<std::optional<Lag>> lags;
  for (const Pin& pin : project.pins) lags.push_back(lag_of(pin, known));
  if (wants_json(arguments)) {
    print_json(project, lags, context);
  } else {
    print_table(project, lags, context);
  }
  const bool is_any_wrong =
      std::any_of(project.findings.begin(), project.findings.end(),
                  [](const Diagnostic& found) { return found.severity == Severity::kError; });
  return is_any_wrong ? Verdict::kNegative : Verdict::kDone;
}

}  // namespace

const CommandSpec& release_pins_command() {
  static const CommandSpec kSpec = {
      .path = "release pins",
      .summary = "list what a package requires and how firmly it is pinned",
      .description =
          "Reads requirements*.txt and requirements/*.txt with what they include by -r and -c, "
          "setup.py, setup.cfg, pyproject.toml, package.json, Chart.yaml, Dockerfile, .gitmodules "
          "and the URLs to which API descriptions refer. An exact version, a tag with a version, a "
          "commit and a hash are pins, and so is a range beside a lock file; other ranges, "
          "branches and nothing at all are findings, and so are protocols that anybody on the way "
          "can change. Says how far a pin is behind where the registry (`released`) or the tags of "
          "this project's own packages tell. Exit code 1 says that there are findings.",
      .examples = {{"tizza release pins", "of the package in this folder"},
                   {"tizza release pins --json", "for scripts"}},
      .positionals = {package_folder()},
      .flags = {list_format_flag()},
      .needs = Needs::kNothing,
      .changes = Changes::kNothing,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
