#include <algorithm>
#include <charconv>

#include "app/config_setting.hpp"
#include "app/own_commands.hpp"
#include "base/folders.hpp"
#include "base/named_lock.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"
#include "commands/output.hpp"
#include "schema/builtin.hpp"
#include "text/edits.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::CommandSpec;
using commands::Context;

namespace {

struct Target {
  std::string file;
  bool is_project = false;
};

Error wrong_value(const ConfigKey& row, const std::string& text, std::string help) {
  return failure("config", "`" + text + "` is no value of `" + std::string(row.key) + "`",
                 std::move(help));
}

/// A path as the file is to say it: from its own folder in a project, absolute for the user.
std::string path_for(const std::string& text, const Target& target, const Context& context) {
  if (is_url_or_name(text) || text.starts_with("~")) return text;
  const std::string path = normal_path(join_path(context.environment.working_directory(), text));
  return target.is_project ? relative_path(path, parent_path(target.file)) : path;
}

Result<Value> read_value(const ConfigKey& row, const std::string& text, const Target& target,
                         const Context& context) {
  const auto* flag = flag_of_key(row.key);
  if (flag != nullptr && !flag->choices.empty() &&
      std::count(flag->choices.begin(), flag->choices.end(), text) == 0) {
    return wrong_value(
        row, text, "the values are " + quoted_list({flag->choices.begin(), flag->choices.end()}));
  }
  const bool takes_paths = row.kind == ConfigKind::kPath || row.kind == ConfigKind::kPaths;
  if (takes_paths && trim(text).empty()) {
    return wrong_value(row, text, "to unset the key, take it out of `" + target.file + "`");
  }
  switch (row.kind) {
    case ConfigKind::kText:
      return Value(text);
    case ConfigKind::kPath:
      return Value(path_for(text, target, context));
    case ConfigKind::kSwitch:
      if (text != "true" && text != "false") {
        return wrong_value(row, text, "the values are `true` and `false`");
      }
      return Value(text == "true");
    case ConfigKind::kNumber: {
      int64_t number = 0;
      const char* end = text.data() + text.size();
      const auto read = std::from_chars(text.data(), end, number);
      if (read.ec != std::errc() || read.ptr != end) {
        return wrong_value(row, text, "it takes a whole number");
      }
      return Value(number);
    }
    case ConfigKind::kList:
    case ConfigKind::kPaths: {
      Value::List list;
      for (const auto part : split(text, ',')) {
        const std::string item(trim(part));
        list.emplace_back(row.kind == ConfigKind::kPaths ? path_for(item, target, context) : item);
      }
      return Value(std::move(list));
    }
    case ConfigKind::kTree:
      break;
  }
  return wrong_value(row, text, "edit `" + target.file + "` by hand: it holds a mapping");
}

Result<Target> find_target(const ConfigKey& row, bool in_project, const Context& context) {
  if (!in_project) return Target{user_config_file(context.environment), false};
  if (row.trust == ConfigTrust::kUserOnly) {
    return failure("config", "a project cannot set `" + std::string(row.key) + "`",
                   "leave out `--project`");
  }
  std::string file = find_project_file(context);
  if (file.empty()) file = join_path(context.environment.working_directory(), "tizza.yaml");
  return Target{std::move(file), true};
}

/// `value` below the keys from `parts[first]` on.
Value nested(const std::vector<std::string_view>& parts, size_t first, Value value) {
  for (size_t i = parts.size(); i-- > first;) {
    Value section;
    section.set(std::string(parts[i]), std::move(value));
    value = std::move(section);
  }
  return value;
}

/// The text of the file with the value under the dotted key; all other bytes stay.
Result<std::string> with_value(const std::string& file, const ConfigKey& row, Value value,
                               const FileReader& files) {
  std::string text;
  if (files.exists(file)) {
    TIZZA_TRY(text, files.read_file(file));
  }
  TIZZA_TRY(const auto document, read_yaml(std::make_shared<Source>(file, text)));
  const auto parts = split(row.key, '.');
  if (document->root().is_null()) {
    const bool ends_line = text.empty() || text.ends_with('\n');
    return text + (ends_line ? "" : "\n") + write_yaml(nested(parts, 0, std::move(value)));
  }
  Node mapping = document->root();
  size_t depth = 0;
  while (depth + 1 < parts.size() && mapping[parts[depth]].is_mapping()) {
    mapping = mapping[parts[depth++]];
  }
  value = nested(parts, depth + 1, std::move(value));
  TIZZA_TRY(auto edit, set_entry(mapping, parts[depth], value));
  return apply_edits(text, {std::move(edit)});
}

/// Refuses a value that the schema does not allow under the key.
Status check_value(const ConfigKey& row, const Value& value, const std::string& text) {
  const std::string yaml = write_yaml(nested(split(row.key, '.'), 0, value));
  TIZZA_TRY(const auto document, read_yaml(std::make_shared<Source>("<value>", yaml)));
  Findings findings;
  if (schema::check(*document, "config", findings)) return {};
  return wrong_value(row, text, findings.list().front().message);
}

/// What a project says may not count.
void warn_if_refused(const ConfigKey& row, Context& context) {
  const auto configuration = Configuration::load(context);
  if (!configuration.ok()) return;
  for (const ConfigValue& value : configuration->refused()) {
    if (value.key == &row) commands::print_warning(refusal(value, context.environment), context);
  }
}

Result<Verdict> run_config_set(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const ConfigKey* row, require_config_key(arguments.positional(0)));
  TIZZA_TRY(const Target target, find_target(*row, arguments.has("project"), context));
  TIZZA_TRY(const Value value, read_value(*row, arguments.positional(1), target, context));
  TIZZA_CHECK(check_value(*row, value, arguments.positional(1)));
  if (arguments.has("dry-run")) {
    TIZZA_TRY(const std::string after, with_value(target.file, *row, value, context.files));
    context.terminal.out("`" + target.file + "` would read:\n" + after);
    return Verdict::kDone;
  }
  TIZZA_CHECK(context.files.make_directories(parent_path(target.file)));
  // Of two calls at once the second one goes on from what the first one wrote.
  TIZZA_TRY(const auto lock,
            lock_for(context.files, state_folder(context.environment), target.file));
  TIZZA_TRY(const std::string after, with_value(target.file, *row, value, context.files));
  TIZZA_CHECK(context.files.write_file(target.file, after));
  context.terminal.err("`" + std::string(row->key) + "` is set in " + target.file +
                       "; `tizza config list --show-origin` shows what holds\n");
  warn_if_refused(*row, context);
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& config_set_command() {
  static const CommandSpec spec = {
      .path = "config set",
      .summary = "set a key in the user's or the project's file",
      .description =
          "Comments and everything else in the file stay as they are. Lists are "
          "separated by commas.",
      .examples = {{"tizza config set color never", "for this user"},
                   {"tizza config set validate.fail-on warn --project", "for this project"}},
      .positionals = {{.name = "KEY",
                       .summary = "such as `validate.fail-on`",
                       .completer = commands::Completer::kConfigKeys},
                      {.name = "VALUE",
                       .summary = "the value",
                       .completer = commands::Completer::kConfigValues}},
      .flags = {{.name = "project", .summary = "in the project's `tizza.yaml`"},
                {.name = "dry-run", .summary = "only show the file as it would be"}},
      .changes = commands::Changes::kLocal,
      .run = run_config_set,
      .defies_config = true,
  };
  return spec;
}

}  // namespace tizza::app
