#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/descriptions.hpp"
#include "commands/output.hpp"
#include "spec/statistics.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

/// `named schemas` as a key of JSON.
std::string key_of(const std::string& name) {
  return replace_all(name, " ", "_");
}

void print_json(const std::vector<spec::Statistics>& all, Context& context) {
  Value::List documents;
  for (const auto& one : all) {
    Value document;
    document.set("path", one.path).set("format", one.format).set("version", one.version);
    for (const auto& [name, count] : one.counts) document.set(key_of(name), count);
    documents.push_back(std::move(document));
  }
  Value envelope;
  envelope.set("schema_version", 1).set("documents", std::move(documents));
  context.terminal.out(write_json(envelope) + "\n");
}

void print_tables(const std::vector<spec::Statistics>& all, Context& context) {
  for (const auto& one : all) {
    report::Table table({one.path, one.format + " " + one.version});
    for (const auto& [name, count] : one.counts) table.add({name, std::to_string(count)});
    context.terminal.out((&one == &all.front() ? "" : "\n") + table.render(table_options(context)));
  }
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const spec::Inputs inputs,
            given_descriptions(arguments.positionals(), arguments, context));
  TIZZA_TRY(const auto remote, remote_files(arguments, context));
  spec::DocumentStore store(context.files, remote.get());
  std::vector<spec::Statistics> all;
  std::vector<Diagnostic> errors = inputs.errors;
  for (const spec::Input& input : inputs.files) {
    const auto opened = spec::open_description(input.path, store);
    if (opened.ok()) {
      all.push_back(spec::statistics(*opened));
    } else if (input.is_named || opened.error().diagnostic.rule != "unknown-format") {
      errors.push_back(opened.error().diagnostic);
    }
  }
  if (all.empty() && !errors.empty()) return Error{errors.front(), Verdict::kCouldNotRun};
  if (all.empty()) return failure("no-input", "there is no API description here");
  if (wants_json(arguments)) {
    print_json(all, context);
  } else {
    print_tables(all, context);
  }
  for (const Diagnostic& error : errors) print_warning(error, context);
  return errors.empty() ? Verdict::kDone : Verdict::kCouldNotRun;
}

std::vector<FlagSpec> flags() {
  std::vector<FlagSpec> flags = {list_format_flag(), all_descriptions_flag()};
  for (FlagSpec& flag : remote_flags()) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

const CommandSpec& spec_stats_command() {
  static const CommandSpec command = {
      .path = "spec stats",
      .summary = "count what descriptions hold",
      .description =
          "Paths or channels, operations, schemas, parameters, references and files of each "
          "description, with everything that it refers to.",
      .examples = {{"tizza spec stats api/openapi.yaml", "one description"},
                   {"tizza spec stats --all --json", "the fleet, for scripts"}},
      .positionals = {{"PATH", "files, folders or glob patterns (default: this folder)",
                       PositionalArity::kMany, Completer::kFiles}},
      .flags = flags(),
      .needs = Needs::kNothing,
      .changes = Changes::kNothing,
      .run = run,
  };
  return command;
}

}  // namespace tizza::commands
