#pragma once
#include <string>
#include <vector>

#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "registry/update.hpp"

/// What the commands that change the registry share.
namespace tizza::commands {

/// Plans the change and writes it; with `--dry-run` prints it as a diff instead. On err(): `done`
/// (such as "added service `a` to") with the file behind it, and `next`, a command, where it is not
/// empty.
Result<Verdict> change_registry(const registry::Plan& plan, const std::string& done,
                                const std::string& next, const Arguments& arguments,
                                Context& context);

/// The positionals behind the name as assignments to fields of this kind.
Result<std::vector<registry::Assignment>> read_assignments(registry::Kind kind,
                                                           const Arguments& arguments);

/// The fields that assignments make, nested by their dotted names.
Value fields_of(const std::vector<registry::Assignment>& assignments);

/// Adds an entry named by the first positional; `next` may hold `{}` for the name.
Result<Verdict> add_to_registry(registry::Kind kind, const Value& fields, std::string_view next,
                                const Arguments& arguments, Context& context);

/// `--dry-run`, and `--file`: which file of the registry gets a new entry.
FlagSpec dry_run_flag();
FlagSpec file_flag();

}  // namespace tizza::commands
