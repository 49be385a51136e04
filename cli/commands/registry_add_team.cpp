#include "commands/all.hpp"
#include "commands/ask.hpp"
#include "commands/registry_change.hpp"

namespace tizza::commands {
namespace {

/// A team can be written to.
Result<std::string> ask_email(Context& context) {
  Question question;
  question.prompt = "Address of the team";
  question.flag = "email=ADDRESS";
  question.refuse = [](const std::string& text) -> std::optional<std::string> {
    const size_t at = text.find('@');
    if (at != std::string::npos && at > 0 && at + 1 < text.size()) return std::nullopt;
    return "an address reads `name@domain`";
  };
  TIZZA_TRY(const Answer answer, ask(question, context));
  return answer.text();
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto assignments, read_assignments(registry::Kind::kTeam, arguments));
  Value fields = fields_of(assignments);
  if (fields["email"].is_null()) {
    TIZZA_TRY(std::string email, ask_email(context));
    fields.set("email", std::move(email));
  }
  return add_to_registry(registry::Kind::kTeam, fields, "tizza registry add service NAME owners={}",
                         arguments, context);
}

}  // namespace

const CommandSpec& registry_add_team_command() {
  static const CommandSpec spec = {
      .path = "registry add team",
      .summary = "add a team to the registry",
      .description = "Fields are email (needed), slack_channel, lead and description.",
      .examples = {{"tizza registry add team culinary email=team-culinary@tizza.com",
                    "teams own services"}},
      .positionals = {{"NAME", "lower-case letters, digits and dashes"},
                      {"FIELD=VALUE", "what to set", PositionalArity::kMany}},
      .flags = {file_flag(), dry_run_flag()},
      .needs = Needs::kRegistry,
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
