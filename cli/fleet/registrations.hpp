#pragma once
#include "ports/file_system.hpp"
#include "registry/model.hpp"
#include "spec/registration.hpp"

namespace tizza::fleet {

/// What the registry says of each description that one of its services names and that is on this
/// disk, for the rules of `tizza:ownership`.
spec::Registrations registrations(const registry::Registry& registry, const FileReader& files);

}  // namespace tizza::fleet
