#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/release_tagging.hpp"
#include "release/requirements_file.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using release::Requirement;

Value requirement_value(const Requirement& requirement) {
  const Position at = requirement.at.begin();
  Value value;
  value.set("name", requirement.name)
      .set("kind", release::to_string(requirement.kind))
      .set("pin", requirement.pin)
      .set("path", requirement.at.source->path())
      .set("line", at.line)
      .set("column", at.column);
  return value;
}

Value finding_value(const Diagnostic& finding) {
  const Position at = finding.at.begin();
  Value value;
  value.set("rule", finding.rule)
      .set("message", finding.message)
      .set("help", finding.help)
      .set("path", finding.at.source->path())
      .set("line", at.line)
      .set("column", at.column);
  return value;
}

void print_json(const release::Requirements& found, Context& context) {
  Value::List pins, findings;
  for (const auto& requirement : found.requirements) pins.push_back(requirement_value(requirement));
  for (const auto& finding : found.findings) findings.push_back(finding_value(finding));
  Value value;
  value.set("schema_version", 1).set("pins", std::move(pins)).set("findings", std::move(findings));
  context.terminal.out(write_json(value) + "\n");
}

void print_table(const release::Requirements& found, Context& context) {
  report::Table table({"PACKAGE", "PIN", "KIND", "FILE"});
  for (const Requirement& requirement : found.requirements) {
    const auto style = is_pinned(requirement.kind) ? report::Style::kPlain : report::Style::kError;
    table.add({requirement.name,
               {requirement.pin, style},
               {release::to_string(requirement.kind), style},
               requirement.at.source->path() + ":" + std::to_string(requirement.at.begin().line)});
  }
  context.terminal.out(table.render(table_options(context)));
  for (const Diagnostic& finding : found.findings) print_warning(finding, context);
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string given = arguments.positional(0);
  const std::string folder = given.empty() ? "." : given;
  TIZZA_TRY(const auto found, release::read_requirements(context.files, folder));
  if (found.files.empty()) {
    return file_failure("no-input", folder, "no requirements file in `" + folder + "`",
                        "name the folder that holds requirements.txt");
  }
  if (wants_json(arguments)) {
    print_json(found, context);
  } else {
    print_table(found, context);
  }
  return found.findings.empty() ? Verdict::kDone : Verdict::kNegative;
}

}  // namespace

const CommandSpec& release_pins_command() {
  static const CommandSpec kSpec = {
      .path = "release pins",
      .summary = "list what a package requires and how firmly it is pinned",
      .description =
          "Reads requirements*.txt and requirements/*.txt and what they include with -r and -c. An "
          "exact version (`==`), a tag, a commit and a hash are pins; a range, a branch and "
          "nothing "
          "at all are findings, and so are protocols that anybody on the way can change. Exit code "
          "1 says that there are findings.",
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
