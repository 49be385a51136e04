#include "base/folders.hpp"
#include "base/paths.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "registry/model.hpp"
#include "scaffold/generation.hpp"
#include "scaffold/project_writer.hpp"

namespace tizza::commands {
namespace {

/// A template that works as it is, with one thing of each kind in it.
scaffold::Project starter(const std::string& name, const std::string& kind) {
  const std::string manifest =
      "# yaml-language-server: $schema=https://tizza.com/schema/template.schema.json\n"
      "apiVersion: tizza/v1\n"
      "name: " +
      name +
      "\n"
      "kind: " +
      kind +
      "\n"
      "description: What it makes, in one sentence\n"
      "\n"
      "questions:\n"
      "  - id: name\n"
      "    prompt: Name\n"
      "    help: It becomes the name in the registry.\n"
      "    default: \"{{ destination or 'sample' }}\"\n"
      "    validate:\n"
      "      expression: name == name | lower\n"
      "      message: names are lower case\n"
      "  - id: docs\n"
      "    type: bool\n"
      "    prompt: With a folder for documentation?\n"
      "    default: true\n"
      "\n"
      "computed:\n"
      "  title: \"{{ name | replace('-', ' ') | title }}\"\n"
      "\n"
      "checks:\n"
      "  - test -s README.md\n"
      "\n"
      "fill_in: [TODO(owner)]\n"
      "\n"
      "add_ons: [add-ons/changelog]\n";
  const std::string add_on =
      "apiVersion: tizza/v1\n"
      "name: changelog\n"
      "kind: " +
      kind +
      "\n"
      "description: A changelog, for a project that has none yet\n";
  const std::string readme =
      "# {{ title }}\n\nTODO(owner): say what it does.\n"
      "{% if docs %}\nMore stands in [docs](docs/index.md).\n{% endif %}";
  const std::string changelog = "# Changes of {{ name }}\n\n## [Unreleased]\n";
  return {{"add-ons/changelog/files/CHANGELOG.md.jinja", changelog, 0644, false},
          {"add-ons/changelog/tizza-template.yaml", add_on, 0644, false},
          {"files/README.md.jinja", readme, 0644, false},
          {"files/{% if docs %}docs{% endif %}/index.md.jinja", "# How {{ title }} works\n", 0644,
           false},
          {std::string(scaffold::kManifestName), manifest, 0644, false}};
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string destination = normal_path(arguments.positional(0));
  const std::string name = file_name(destination);
  if (!registry::is_name(name)) {
    return failure("usage", "`" + name + "` cannot name a template",
                   "a name has lower-case letters, digits and hyphens");
  }
  scaffold::Generation generation;
  generation.destination = destination;
  generation.project = starter(name, arguments.get("kind"));
  TIZZA_TRY(const auto state, scaffold::look_at(context.files, destination, generation.project));
  if (state.kind == scaffold::Destination::kSame) {
    context.terminal.out("already there: " + destination + "\n");
    return Verdict::kDone;
  }
  if (state.kind == scaffold::Destination::kOther) {
    return file_failure("destination", destination, "`" + destination + "` is there already",
                        "choose another name, or move that one away");
  }
  if (!arguments.has("dry-run")) {
    const scaffold::GenerationPorts ports{context.files, context.git, context.interrupts,
                                          state_folder(context.environment)};
    TIZZA_CHECK(scaffold::generate(ports, generation));
  }
  std::string text = arguments.has("dry-run") ? "would make " : "made ";
  text += destination + ":\n";
  for (const auto& file : generation.project)
    text += "  " + join_path(destination, file.path) + "\n";
  const bool is_bare = destination.find('/') == std::string::npos;
  context.terminal.out(text + "next: tizza template test " + (is_bare ? "./" : "") + destination +
                       "\n");
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& template_init_command() {
  static const CommandSpec spec{
      .path = "template init",
      .summary = "start a template of your own",
      .description =
          "Makes a folder with a manifest and files that work as they are, with a question, a "
          "condition, a computed value, a check, a mark to fill in and an add-on.",
      .examples = {{"tizza template init our-service",
                    "then edit it, and try it by `template test`"}},
      .positionals = {{"NAME", "the new folder; its last part names the template",
                       PositionalArity::kRequired, Completer::kFolders}},
      .flags = {{.name = "kind",
                 .arity = FlagArity::kOne,
                 .value_name = "<kind>",
                 .summary = "what it makes",
                 .default_value = "service",
                 .choices = {"service", "package", "client", "infrastructure", "playbook"}},
                {.name = "dry-run", .summary = "show what would be made, and make nothing"}},
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
