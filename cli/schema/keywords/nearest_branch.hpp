#pragma once
#include <string_view>
#include <vector>

#include "schema/run.hpp"

namespace tizza::schema {

/// Reports why none of the alternatives holds, in the way that helps most: the reasons of the
/// branch that was most likely meant, found by a constant member first (`kind: …`), then by type,
/// then by the number of reasons. Returns false.
bool fail_nearest(Run& run, const std::vector<const Subschema*>& branches, Node instance);

/// What a branch is called: its title, or the member that it asks for.
std::string branch_name(const Subschema& branch, size_t index);

}  // namespace tizza::schema
