#pragma once
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/pins/pin.hpp"
#include "release/pins/submodules.hpp"

namespace tizza::release {

/// The project whose pins are asked for.
struct PinInputs {
  std::string directory = ".";
  std::vector<std::string> descriptions = {};  ///< API descriptions, by path.
  SubmoduleCommits submodules = {};            ///< By the path from the folder.
};

/// Reads every file of the folder that pins something, what those include, and the descriptions. A
/// broken text is a finding; a file that cannot be read at all is an error.
Result<ProjectPins> read_pins(const FileReader& files, const PinInputs& inputs);

}  // namespace tizza::release
