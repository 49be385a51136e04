#include <algorithm>

#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/descriptions.hpp"
#include "commands/output.hpp"
#include "spec/search.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

std::string place_of(const spec::SearchHit& hit) {
  if (!hit.at) return {};
  return hit.at.source->path() + ":" + std::to_string(hit.at.begin().line);
}

Value as_value(const spec::SearchHit& hit) {
  const Position at = hit.at ? hit.at.begin() : Position();
  Value::List carriers(hit.carriers.begin(), hit.carriers.end());
  Value value;
  value.set("kind", hit.kind)
      .set("name", hit.name)
      .set("summary", hit.summary)
      .set("path", hit.at ? hit.at.source->path() : std::string())
      .set("pointer", hit.pointer)
      .set("line", at.line)
      .set("column", at.column)
      .set("carriers", std::move(carriers));
  return value;
}

void print(const std::vector<spec::SearchHit>& hits, const Arguments& arguments, Context& context) {
  if (wants_json(arguments)) {
    Value::List list;
    for (const auto& hit : hits) list.push_back(as_value(hit));
    Value envelope;
    envelope.set("schema_version", 1).set("hits", std::move(list));
    context.terminal.out(write_json(envelope) + "\n");
    return;
  }
  report::Table table({"KIND", "NAME", "PLACE", "CARRIED BY", "SUMMARY"});
  for (const auto& hit : hits) {
    table.add({hit.kind, hit.name, place_of(hit), join(hit.carriers, ", "), hit.summary});
  }
  context.terminal.out(table.render(table_options(context)));
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const auto& given = arguments.positionals();
  const std::string query = given[0];
  if (trim(query).empty()) {
    return failure("usage", "the query is empty", "name a part of what is wanted: `pizza`");
  }
  TIZZA_TRY(const spec::Inputs inputs,
            given_descriptions({given.begin() + 1, given.end()}, arguments, context));
  TIZZA_TRY(const auto remote, remote_files(arguments, context));
  spec::DocumentStore store(context.files, remote.get());
  std::vector<spec::SearchHit> hits;
  std::vector<Diagnostic> errors = inputs.errors;
  for (const spec::Input& input : inputs.files) {
    const auto opened = spec::open_description(input.path, store);
    if (opened.ok()) {
      auto found = spec::search(*opened, query);
      std::move(found.begin(), found.end(), std::back_inserter(hits));
    } else if (input.is_named || opened.error().diagnostic.rule != "unknown-format") {
      errors.push_back(opened.error().diagnostic);
    }
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const auto& a, const auto& b) { return a.distance < b.distance; });
  print(hits, arguments, context);
  for (const Diagnostic& error : errors) print_warning(error, context);
  if (!errors.empty()) return Verdict::kCouldNotRun;
  if (hits.empty() && !wants_json(arguments)) {
    return failure("not-found", "nothing here is called `" + query + "`", {}, Verdict::kNegative);
  }
  return hits.empty() ? Verdict::kNegative : Verdict::kDone;
}

std::vector<FlagSpec> flags() {
  std::vector<FlagSpec> flags = {list_format_flag(), all_descriptions_flag()};
  for (FlagSpec& flag : remote_flags()) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

const CommandSpec& spec_search_command() {
  static const CommandSpec command = {
      .path = "spec search",
      .summary = "find operations, schemas and messages, and who carries them",
      .description =
          "Looks for all words of QUERY in names, ids, summaries and descriptions, in any case of "
          "letters; the closest names come first. For schemas and their properties it says which "
          "operations and messages carry them. Exit code 1 where nothing is found.",
      .examples = {{"tizza spec search pizza api/", "below a folder"},
                   {"tizza spec search user_id --all", "in the whole fleet"}},
      .positionals = {{"QUERY", "words to look for", PositionalArity::kRequired, Completer::kNone},
                      {"PATH", "files, folders or glob patterns (default: this folder)",
                       PositionalArity::kMany, Completer::kFiles}},
      .flags = flags(),
      .needs = Needs::kNothing,
      .changes = Changes::kNothing,
      .run = run,
  };
  return command;
}

}  // namespace tizza::commands
