#include "commands/all.hpp"
#include "commands/registry_change.hpp"

namespace tizza::commands {
namespace {

Result<Verdict> run(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto assignments, read_assignments(registry::Kind::kPerson, arguments));
  return add_to_registry(registry::Kind::kPerson, fields_of(assignments),
                         "tizza registry set TEAM lead={}", arguments, context);
}

}  // namespace

const CommandSpec& registry_add_person_command() {
  static const CommandSpec spec = {
      .path = "registry add person",
      .summary = "add a person to the registry",
      .description = "Fields are name (needed), team, email, phone and hours.",
      .examples = {{"tizza registry add person akos name='Akos H.' team=culinary "
                    "phone=+36123456789",
                    "whom a playbook can call"}},
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
