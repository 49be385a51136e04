#include "app/config_setting.hpp"

#include "app/flags.hpp"
#include "base/near_names.hpp"

namespace tizza::app {

using commands::FlagSpec;

namespace {

std::string place(const Location& at) {
  const Position begin = at.begin();
  return at.source->path() + ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column);
}

}  // namespace

const FlagSpec* flag_of_key(std::string_view key) {
  for (const FlagSpec* flag : FlagSet::everywhere()) {
    if (flag->config_key == key) return flag;
  }
  return nullptr;
}

Setting settle(const ConfigKey& row, const Configuration& configuration,
               const Environment& environment) {
  const FlagSpec* flag = flag_of_key(row.key);
  if (flag != nullptr && !flag->env.empty()) {
    const auto value = environment.get(flag->env);
    if (value && !value->empty()) return {row.key, {*value}, std::string(flag->env)};
  }
  if (const ConfigValue* value = configuration.find(row.key)) {
    return {row.key, value->values, place(value->at)};
  }
  if (flag != nullptr && !flag->default_value.empty()) {
    return {row.key, {std::string(flag->default_value)}, "default"};
  }
  return {row.key, {}, ""};
}

Result<const ConfigKey*> require_config_key(const std::string& key) {
  if (const ConfigKey* row = find_config_key(key)) return row;
  std::vector<std::string> names;
  for (const ConfigKey& row : config_keys()) names.emplace_back(row.key);
  std::string help = near_names_help(key, names);
  if (help.empty()) help = "`tizza config list` shows the keys";
  return failure("config", "unknown key `" + key + "`", std::move(help));
}

}  // namespace tizza::app
