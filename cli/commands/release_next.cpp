#include <algorithm>

#include "commands/all.hpp"
#include "commands/output.hpp"
#include "commands/release_settings.hpp"
#include "release/package_state.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using release::Change;
using release::NextVersion;
using release::PackageState;

/// A package with its next version, or the reason why it has none.
struct Answer {
  const PackageState* state = nullptr;
  Result<NextVersion> next;
};

Value text_or_null(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value change_value(const Change& change) {
  Value value;
  value.set("commit", change.commit).set("subject", change.subject);
  value.set("type", change.conventional ? text_or_null(change.conventional->type) : Value());
  value.set("scope", change.conventional ? text_or_null(change.conventional->scope) : Value());
  value.set("breaking", change.conventional && change.conventional->is_breaking());
  value.set("level", release::to_string(change.level));
  return value;
}

Value answer_value(const Answer& answer) {
  const PackageState& state = *answer.state;
  const auto& latest = state.history.latest;
  Value::List changes;
  for (const Change& change : state.history.changes) changes.push_back(change_value(change));
  Value value;
  value.set("package", text_or_null(state.package->name));
  value.set("path", state.package->directory);
  value.set("last_tag", latest ? Value(latest->tag.name) : Value());
  value.set("last_version", latest ? Value(latest->version.text) : Value());
  if (answer.next.ok()) {
    value.set("next_version", answer.next->version.text);
    value.set("next_tag", state.package->tags.tag(answer.next->version.text));
    value.set("asked_by_commits", release::to_string(answer.next->level));
  } else {
    value.set("next_version", Value());
    value.set("reason", answer.next.error().diagnostic.message);
  }
  value.set("changes", std::move(changes));
  return value;
}

void print_json(const std::vector<Answer>& answers, Context& context) {
  Value::List packages;
  for (const Answer& answer : answers) packages.push_back(answer_value(answer));
  Value value;
  value.set("schema_version", 1).set("packages", std::move(packages));
  context.terminal.out(write_json(value) + "\n");
}

/// All packages of the repository: a line each.
void print_table(const std::vector<Answer>& answers, Context& context) {
  report::Table table({"PACKAGE", "LAST", "NEXT", "ASKED BY COMMITS"});
  for (const Answer& answer : answers) {
    const auto& latest = answer.state->history.latest;
    const std::string last = latest ? latest->version.text : "-";
    if (answer.next.ok()) {
      table.add({answer.state->package->shown(), last, answer.next->version.text,
                 std::string(release::to_string(answer.next->level))});
    } else {
      table.add({answer.state->package->shown(),
                 last,
                 {"-", report::Style::kMuted},
                 {answer.next.error().diagnostic.message, report::Style::kMuted}});
    }
  }
  context.terminal.out(table.render(table_options(context)));
}

/// Of several packages it is no error that one has nothing to tell.
Result<std::vector<Answer>> ask(const std::vector<PackageState>& states,
                                const release::VersionRequest& request, const Context& context) {
  std::vector<Answer> answers;
  for (const PackageState& state : states) {
    auto next = release::next_version(state.numbering, state.history, state.stated, request,
                                      today(context));
    const bool has_nothing = !next.ok() && next.error().diagnostic.rule == "release-nothing";
    if (!next.ok() && (states.size() == 1 || !has_nothing)) return std::move(next).error();
    answers.push_back({&state, std::move(next)});
  }
  return answers;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string wanted = arguments.positional(0);
  TIZZA_TRY(const auto request, read_version_flags(arguments));
  TIZZA_TRY(const auto settings, read_release_settings(arguments, wanted));
  TIZZA_TRY(const auto packages, chosen_packages(settings, arguments.positionals()));
  TIZZA_TRY(const auto repository, open_packages(packages, context));
  TIZZA_TRY(const auto states,
            release::read_package_states(repository, context.files, settings, packages));
  TIZZA_TRY(const auto answers, ask(states, request, context));
  if (wants_json(arguments)) {
    print_json(answers, context);
  } else if (answers.size() == 1) {
    context.terminal.out(answers[0].next->version.text + "\n");
  } else {
    print_table(answers, context);
  }
  const bool is_any = std::any_of(answers.begin(), answers.end(),
                                  [](const Answer& answer) { return answer.next.ok(); });
  return is_any ? Verdict::kDone : Verdict::kNegative;
}

}  // namespace

const CommandSpec& release_next_command() {
  static const CommandSpec kSpec = [] {
    CommandSpec spec = {
        .path = "release next",
        .summary = "print the next version of a package, for scripts",
        .description =
            "The commits since the last tag of the package decide, by Conventional Commits: `feat` "
            "asks for a minor release, `fix` for a patch, and what breaks for a major one, or "
            "below "
            "1.0.0 for a minor one. In a repository of several packages (`release.packages`) a "
            "commit counts for the packages whose folders it changes. With --bump a person "
            "decides; "
            "it is an error where a commit asks for more. Without a tag the version in the file is "
            "the first one. Exit code 1 says that nothing asks for a release.",
        .examples = {{"tizza release next", "what the commits ask for"},
                     {"tizza release next --bump minor --pre rc", "announce a minor release"},
                     {"tizza release next auth-client", "one of several packages"}},
        .positionals = {{.name = "PKG",
                         .summary = "package by name or folder (default: all packages)",
                         .arity = PositionalArity::kOptional,
                         .completer = Completer::kFolders}},
        .flags = version_flags(),
        .needs = Needs::kGit,
        .changes = Changes::kNothing,
        .run = run,
    };
    spec.flags.push_back(list_format_flag());
    return spec;
  }();
  return kSpec;
}

}  // namespace tizza::commands
