#pragma once
#include <string>
#include <vector>

#include "commands/context.hpp"

namespace tizza::app {

/// All of tizza: what main() and in-process tests call. `arguments` are those behind the program's
/// name. Prints through context.terminal, settles context.presentation and context.registry, and
/// returns the exit code. Throws nothing.
int run(const std::vector<std::string>& arguments, commands::Context& context);

}  // namespace tizza::app
