#pragma once
#include <string>

#include "ports/environment.hpp"

/// Where tizza keeps files of its own: only below the XDG base directories. Paths have no `/` at
/// their end and need not exist.
namespace tizza {

std::string config_folder(const Environment& environment);  ///< `$XDG_CONFIG_HOME/tizza`
std::string state_folder(const Environment& environment);   ///< `$XDG_STATE_HOME/tizza`
std::string cache_folder(const Environment& environment);   ///< `$XDG_CACHE_HOME/tizza`

}  // namespace tizza
