#pragma once
#include <string>

#include "commands/context.hpp"
#include "release/pins/project_pins.hpp"

namespace tizza::commands {

/// The pins of the project in a folder: those of its files, of its API descriptions and of the
/// submodules that its repository holds. An error (rule `no-input`) where no file pins anything.
Result<release::ProjectPins> read_project_pins(const std::string& folder, Context& context);

}  // namespace tizza::commands
