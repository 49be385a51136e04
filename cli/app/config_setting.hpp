#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/config_keys.hpp"
#include "app/configuration.hpp"
#include "commands/command_spec.hpp"

namespace tizza::app {

/// One key with the value that holds.
struct Setting {
  std::string_view key;
  std::vector<std::string> values;
  std::string origin;  ///< `TIZZA_COLOR`, `tizza.yaml:3:8`, `default`; empty where nothing is set.
};

Setting settle(const ConfigKey& row, const Configuration& configuration,
               const Environment& environment);

/// The flag that a key stands for, or nullptr.
const commands::FlagSpec* flag_of_key(std::string_view key);

/// The row of a key; an error with near names for an unknown one.
Result<const ConfigKey*> require_config_key(const std::string& key);

}  // namespace tizza::app
