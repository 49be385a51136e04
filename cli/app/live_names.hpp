#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/context.hpp"

namespace tizza::app {

/// The names of a KIND of `tizza __complete` (services, tags …) that start with `prefix`, as far as
/// they can be found out offline; an unknown kind and every failure give none. `words` stand before
/// on the line: some names are those of a template or a key among them.
std::vector<std::string> live_names(std::string_view kind, std::string_view prefix,
                                    const std::vector<std::string>& words,
                                    commands::Context& context);

}  // namespace tizza::app
