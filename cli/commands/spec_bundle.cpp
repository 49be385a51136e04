#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/descriptions.hpp"
#include "commands/output.hpp"
#include "commands/output_target.hpp"
#include "spec/bundle.hpp"

namespace tizza::commands {
namespace {

/// JSON where the file to write says so by its ending, else the form of what was read.
bool wants_json_text(const std::string& output, const spec::OpenedDescription& opened) {
  if (output.ends_with(".json")) return true;
  if (output.ends_with(".yaml") || output.ends_with(".yml")) return false;
  return opened.api.document().format() == Format::kJson;
}

/// Circles are no failure, but whoever asked for no references has to know of them.
void warn_of_circles(const spec::Bundled& bundled, Context& context) {
  if (bundled.circles.empty()) return;
  Diagnostic warning;
  warning.rule = "circular-ref";
  warning.severity = Severity::kWarn;
  warning.message = counted(bundled.circles.size(), "reference") +
                    " had to stay, as what it names holds it: `" + bundled.circles.front() + "`";
  print_warning(warning, context);
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string path = normal_path(arguments.positional(0));
  const std::string& output = arguments.get("output");
  TIZZA_TRY(const auto remote, remote_files(arguments, context));
  spec::DocumentStore store(context.files, remote.get());
  TIZZA_TRY(const auto opened, spec::open_description(path, store));
  const spec::BundleOptions options = {.dereference = arguments.has("dereference"),
                                       .remove_unused = arguments.has("remove-unused"),
                                       .as_json = wants_json_text(output, opened)};
  TIZZA_TRY(const spec::Bundled bundled, spec::bundle(opened, options));
  if (options.dereference) warn_of_circles(bundled, context);
  if (output.empty() || output == "-") {
    context.terminal.out(bundled.text);
    return Verdict::kDone;
  }
  TIZZA_CHECK(check_target(output, store.paths(), context.files));
  TIZZA_CHECK(context.files.write_file(output, bundled.text));
  context.terminal.err("wrote " + output + ": " + counted(bundled.added.size(), "component") +
                       " from other files, " + counted(bundled.removed.size(), "unused one") +
                       " left out\n");
  return Verdict::kDone;
}

std::vector<FlagSpec> flags() {
  std::vector<FlagSpec> flags = {
      {.name = "dereference", .summary = "put what references name in their place; circles stay"},
      {.name = "remove-unused", .summary = "leave out components that nothing leads to"},
      {.name = "output",
       .letter = 'o',
       .arity = FlagArity::kOne,
       .value_name = "<file>",
       .summary = "write to a file; its ending says YAML or JSON",
       .completer = Completer::kFiles}};
  for (FlagSpec& flag : remote_flags()) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

const CommandSpec& spec_bundle_command() {
  static const CommandSpec command = {
      .path = "spec bundle",
      .summary = "join a description with all the files that it refers to",
      .description =
          "What references name in other files becomes a component, or stands in their place where "
          "the format has no component for it; two things of one name get a number. Comments and "
          "order of FILE stay. References to URLs stay too, unless --allow-remote is given. A "
          "reference that leads nowhere stops it with exit code 1.",
      .examples = {{"tizza spec bundle api/openapi.yaml -o dist/openapi.yaml", "one file"},
                   {"tizza spec bundle openapi.yaml --remove-unused", "without what nobody uses"},
                   {"tizza spec bundle openapi.yaml --dereference -o all.json",
                    "without references, as JSON"}},
      .positionals = {{"FILE", "the description", PositionalArity::kRequired, Completer::kFiles}},
      .flags = flags(),
      .needs = Needs::kNothing,
      .changes = Changes::kNothing,
      .run = run,
  };
  return command;
}

}  // namespace tizza::commands
