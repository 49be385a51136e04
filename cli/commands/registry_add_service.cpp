#include "commands/all.hpp"
#include "commands/ask.hpp"
#include "commands/registry_change.hpp"
#include "registry/load.hpp"

namespace tizza::commands {
namespace {

using registry::Item;
using registry::Kind;

/// A service has an owner: where none was given, the teams are the choices.
Result<std::string> ask_owner(Context& context) {
  TIZZA_TRY(const auto registry,
            registry::open(context.files, context.environment, context.registry));
  Question question;
  question.prompt = "Which team owns it?";
  question.kind = QuestionKind::kChoice;
  question.flag = "owners=TEAM";
  for (const Item& team : registry.items(Kind::kTeam)) {
    question.choices.push_back({team.name(), std::string(team.text("email"))});
  }
  if (question.choices.empty()) {
    return failure("registry", "a service has an owner, and the registry has no team",
                   "add one: tizza registry add team NAME email=TEAM@EXAMPLE.COM");
  }
  TIZZA_TRY(const Answer answer, ask(question, context));
  return answer.text();
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto assignments, read_assignments(Kind::kService, arguments));
  Value fields = fields_of(assignments);
  if (fields["owners"].is_null()) {
    TIZZA_TRY(const std::string owner, ask_owner(context));
    fields.set("owners", Value::List{owner});
  }
  return add_to_registry(Kind::kService, fields, "tizza registry show {}", arguments, context);
}

}  // namespace

const CommandSpec& registry_add_service_command() {
  static const CommandSpec spec = {
      .path = "registry add service",
      .summary = "add a service to the registry",
      .description =
          "Every other byte of the file stays as it is. Fields have the names of the "
          "registry's schema, with dots for what is nested; a list takes commas.",
      .examples = {{"tizza registry add service likes-service owners=social tier=2",
                    "a name says its domain"},
                   {"tizza registry add service likes-service owners=social --dry-run",
                    "see the change first"}},
      .positionals = {{"NAME", "lower-case letters, digits and dashes"},
                      {"FIELD=VALUE", "what to set, such as tier=2", PositionalArity::kMany}},
      .flags = {file_flag(), dry_run_flag()},
      .needs = Needs::kRegistry,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
