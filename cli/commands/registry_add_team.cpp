#include "commands/all.hpp"
#include "commands/registry_change.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto assignments, read_assignments(registry::Kind::kTeam, arguments));
  return add_to_registry(registry::Kind::kTeam, fields_of(assignments),
                         "tizza registry add service NAME owners={}", arguments, context);
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
