#include "app/config_keys.hpp"
#include "app/config_setting.hpp"
#include "app/own_commands.hpp"
#include "base/strings.hpp"
#include "commands/output.hpp"
#include "text/writer.hpp"

namespace tizza::app {

using commands::Arguments;
using commands::CommandSpec;
using commands::Context;

namespace {

std::string to_json(const std::vector<Setting>& settings) {
  Value::List list;
  for (const Setting& setting : settings) {
    Value::List values(setting.values.begin(), setting.values.end());
    Value item;
    item.set("key", setting.key);
    item.set("values", std::move(values));
    item.set("origin", setting.origin);
    list.push_back(std::move(item));
  }
  Value root;
  root.set("schema_version", 1);
  root.set("settings", std::move(list));
  return write_json(root) + "\n";
}

std::string to_table(const std::vector<Setting>& settings, bool show_origin,
                     const report::TableOptions& options) {
  std::vector<std::string> headings = {"KEY", "VALUE"};
  if (show_origin) headings.emplace_back("ORIGIN");
  report::Table table(std::move(headings));
  for (const Setting& setting : settings) {
    std::vector<report::TableCell> row = {setting.key, join(setting.values, ", ")};
    if (show_origin) row.emplace_back(setting.origin, report::Style::kMuted);
    table.add(std::move(row));
  }
  return table.render(options);
}

Result<Verdict> run_config_list(const Arguments& arguments, Context& context) {
  TIZZA_TRY(const auto configuration, Configuration::load(context));
  std::vector<Setting> settings;
  for (const ConfigKey& row : config_keys()) {
    settings.push_back(settle(row, configuration, context.environment));
  }
  context.terminal.out(
      commands::wants_json(arguments)
          ? to_json(settings)
          : to_table(settings, arguments.has("show-origin"), commands::table_options(context)));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& config_list_command() {
  static const CommandSpec spec = {
      .path = "config list",
      .summary = "show every key and the value that holds",
      .description =
          "A variable counts before the project's `tizza.yaml`, that before the user's "
          "`config.yaml`, that before the default.",
      .examples = {{"tizza config list --show-origin", "which file or variable said what"}},
      .positionals = {},
      .flags = {{.name = "show-origin", .summary = "name the place each value comes from"},
                commands::list_format_flag()},
      .run = run_config_list,
  };
  return spec;
}

}  // namespace tizza::app
