#pragma once
#include <string_view>
#include <vector>

#include "schema/keywords/discriminator.hpp"
#include "schema/run.hpp"

namespace tizza::schema {

/// Reports why none of the alternatives holds, in the way that helps most: the reasons of the
/// branch that was most likely meant. That is the one which the discriminator names, else the one
/// with fitting constants (`kind: …`), type, required and known members, and of several the one
/// with the fewest reasons, the deepest of them. Returns false.
bool fail_nearest(Run& run, const std::vector<const Subschema*>& branches, Node instance,
                  const Discriminator* discriminator = nullptr);

/// What a branch is called: its title, or the member that it asks for.
std::string branch_name(Run& run, const Subschema& branch, size_t index);

}  // namespace tizza::schema
