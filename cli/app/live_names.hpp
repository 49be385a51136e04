#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/context.hpp"

namespace tizza::app {

/// The names of a KIND of `tizza __complete` (services, tags …) that start with `prefix`, as far as
/// they can be found out offline; an unknown kind and every failure give none.
std::vector<std::string> live_names(std::string_view kind, std::string_view prefix,
                                    commands::Context& context);

}  // namespace tizza::app
