#include "base/folders.hpp"

#include <string_view>

namespace tizza {
namespace {

// The specification says that a relative path in these variables is to be ignored.
std::string folder(const Environment& environment, std::string_view variable,
                   std::string_view below_home) {
  const auto given = environment.get(variable);
  if (given && given->starts_with('/')) return *given + "/tizza";
  return environment.home() + "/" + std::string(below_home) + "/tizza";
}

}  // namespace

std::string config_folder(const Environment& environment) {
  return folder(environment, "XDG_CONFIG_HOME", ".config");
}

std::string state_folder(const Environment& environment) {
  return folder(environment, "XDG_STATE_HOME", ".local/state");
}

std::string cache_folder(const Environment& environment) {
  return folder(environment, "XDG_CACHE_HOME", ".cache");
}

}  // namespace tizza
