#pragma once
#include <string>
#include <vector>

#include "schema/run.hpp"

namespace tizza::schema {

/// Reports a member that no keyword allows, with the names that are close among those that are
/// known and not there yet. Returns false.
bool fail_unknown_member(Run& run, Node mapping, const Entry& member,
                         const std::vector<std::string>& known);

}  // namespace tizza::schema
