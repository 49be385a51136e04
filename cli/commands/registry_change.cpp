#include "commands/registry_change.hpp"

#include <span>

#include "base/strings.hpp"
#include "registry/load.hpp"
#include "text/unified_diff.hpp"

namespace tizza::commands {

using registry::Assignment;
using registry::FileChange;

namespace {

void set_nested(Value& holder, std::span<const std::string> names, const Value& value) {
  if (names.size() == 1) {
    holder.set(names.front(), value);
    return;
  }
  Value inner = holder[names.front()];
  if (!inner.as_mapping()) inner = Value::Mapping{};
  set_nested(inner, names.subspan(1), value);
  holder.set(names.front(), std::move(inner));
}

}  // namespace

Result<Verdict> change_registry(const registry::Plan& plan, const std::string& done,
                                const std::string& next, const Arguments& arguments,
                                Context& context) {
  TIZZA_TRY(const std::string path,
            registry::find_registry(context.files, context.environment, context.registry));
  if (arguments.has("dry-run")) {
    TIZZA_TRY(const FileChange change, registry::plan_change(context.files, path, plan));
    context.terminal.out(unified_diff(change.path, change.before, change.after));
    return Verdict::kDone;
  }
  TIZZA_TRY(const FileChange change,
            registry::make_change(context.files, context.environment, path, plan));
  if (change.before == change.after) {
    context.terminal.err("nothing to change in " + change.path + "\n");
    return Verdict::kDone;
  }
  context.terminal.err(done + " " + change.path + "\n");
  if (!next.empty()) context.terminal.err("next: " + next + "\n");
  return Verdict::kDone;
}

Result<std::vector<Assignment>> read_assignments(registry::Kind kind, const Arguments& arguments) {
  std::vector<Assignment> assignments;
  for (size_t i = 1; i < arguments.positionals().size(); ++i) {
    TIZZA_TRY(Assignment assignment, registry::parse_assignment(kind, arguments.positional(i)));
    assignments.push_back(std::move(assignment));
  }
  return assignments;
}

Value fields_of(const std::vector<Assignment>& assignments) {
  Value fields{Value::Mapping{}};
  for (const Assignment& assignment : assignments) {
    set_nested(fields, assignment.field, assignment.value);
  }
  return fields;
}

Result<Verdict> add_to_registry(registry::Kind kind, const Value& fields, std::string_view next,
                                const Arguments& arguments, Context& context) {
  const std::string name = arguments.positional(0);
  const std::string file = arguments.get("file");
  const auto plan = [&](const registry::Registry& registry) {
    return registry::add_item(registry, kind, name, fields, file);
  };
  const std::string done =
      "added " + std::string(registry::info(kind).singular) + " `" + name + "` to";
  return change_registry(plan, done, replace_all(next, "{}", name), arguments, context);
}

FlagSpec dry_run_flag() {
  return {.name = "dry-run", .summary = "print the change, and make none"};
}

FlagSpec file_flag() {
  return {.name = "file",
          .arity = FlagArity::kOne,
          .value_name = "<path>",
          .summary = "which file of the registry gets it; the root file else",
          .completer = Completer::kFiles};
}

}  // namespace tizza::commands
