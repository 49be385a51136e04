#include <fmt/core.h>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/project_pins.hpp"
#include "release/pins/set_pin.hpp"
#include "text/unified_diff.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using release::PinChanges;

Result<std::vector<release::PinRequest>> read_requests(const Arguments& arguments) {
  std::vector<release::PinRequest> requests;
  for (const std::string& text : arguments.positionals()) {
    TIZZA_TRY(auto request, release::read_pin_request(text));
    request.hashes = arguments.all("hash");
    requests.push_back(std::move(request));
  }
  if (requests.size() > 1 && arguments.has("hash")) {
    return failure("usage", "`--hash` belongs to one package, but several were named",
                   "set them one after the other");
  }
  for (const std::string& hash : arguments.all("hash")) TIZZA_CHECK(release::check_pin_hash(hash));
  return requests;
}

std::string place_of(const release::Pin& pin) {
  return fmt::format("{}:{}", pin.at.source->path(), pin.at.begin().line);
}

void print_json(const PinChanges& changes, Context& context) {
  Value::List changed;
  for (const auto* pin : changes.changed) {
    Value value;
    value.set("name", pin->name).set("path", pin->at.source->path());
    value.set("line", pin->at.begin().line).set("before", pin->pin);
    changed.push_back(std::move(value));
  }
  Value value;
  value.set("schema_version", 1).set("changed", std::move(changed));
  value.set("unchanged", changes.unchanged);
  context.terminal.out(write_json(value) + "\n");
}

void print_changes(const PinChanges& changes, bool is_dry_run, Context& context) {
  for (const auto& file : changes.files) {
    if (is_dry_run) context.terminal.out(unified_diff(file.path, file.before, file.after));
  }
  for (const auto* pin : changes.changed) {
    if (!is_dry_run) {
      context.terminal.out(fmt::format("{}: `{}` was `{}`\n", place_of(*pin), pin->name, pin->pin));
    }
    if (pin->kind == release::PinKind::kLocked) {
      context.terminal.err(fmt::format("{}: the lock file holds `{}` at `{}`: write it anew\n",
                                       place_of(*pin), pin->name, pin->pin));
    }
  }
  if (changes.changed.empty()) {
    context.terminal.out(fmt::format("nothing to change: {} that already\n",
                                     counted(changes.unchanged, "pin says", "pins say")));
  }
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto requests, read_requests(arguments));
  TIZZA_TRY(const auto project, read_project_pins(arguments.get("in"), context));
  TIZZA_TRY(const auto changes, change_pins(project, requests));
  for (const Diagnostic& finding : project.findings) {
    if (finding.severity == Severity::kWarn) print_warning(finding, context);
  }
  const bool is_dry_run = arguments.has("dry-run");
  if (!is_dry_run) TIZZA_CHECK(write_together(context.files, changes.files));
  if (wants_json(arguments)) {
    print_json(changes, context);
  } else {
    print_changes(changes, is_dry_run, context);
  }
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& release_pins_set_command() {
  static const CommandSpec kSpec = {
      .path = "release pins set",
      .summary = "pin a package to a version in every file that requires it",
      .description =
          "Changes the pin in every file that `tizza release pins` reads, and nothing else in it; "
          "either all files change or none. A range becomes the exact version; a tag keeps what "
          "stands in front of its version. Pins by a commit or by the hash of a file are refused, "
          "and requirements with hashes of pip need the new ones. Where a name is a Python package "
          "and an image, say which: `python:redis==5.0.1`, `image:redis==7.2` (or npm, helm).",
      .examples = {{"tizza release pins set auth-client==1.4.0", "in this folder"},
                   {"tizza release pins set auth-client==1.4.0 --dry-run", "show the changes"}},
      .positionals = {{.name = "PKG==VERSION",
                       .summary = "the package and its version",
                       .arity = PositionalArity::kAtLeastOne,
                       .completer = Completer::kPackages}},
      .flags = {{.name = "in",
                 .arity = FlagArity::kOne,
                 .value_name = "<folder>",
                 .summary = "folder of the package that requires it",
                 .default_value = ".",
                 .completer = Completer::kFolders},
                {.name = "hash",
                 .arity = FlagArity::kMany,
                 .value_name = "<hash>",
                 .summary = "a new sha256 hash for requirements that have hashes"},
                {.name = "dry-run", .summary = "show the changes and change nothing"},
                list_format_flag()},
      .needs = Needs::kNothing,
      .changes = Changes::kLocal,
      .run = run,
  };
  return kSpec;
}

}  // namespace tizza::commands
