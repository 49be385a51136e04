#pragma once
#include "base/diagnostic.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"

namespace tizza::registry {

/// Every check of a registry that needs nothing but the registry, in the order of the files: the
/// schema (registry-schema/registry.schema.json; names too), references, one writer a table, one
/// owner a route. Findings have exact places, and a second one where two entries disagree.
/// References are left out where a file could not be read: what they name may stand there.
void check(const Registry& registry, Sink& sink);

/// Each reference names something that exists (rule `unknown-<kind>`, with near names).
void check_references(const Registry& registry, Sink& sink);

/// A table of a store is written by one service (rule `table-writer`), a route prefix belongs to
/// one service (rule `route-owner`).
void check_single_owners(const Registry& registry, Sink& sink);

/// Who holds an entity by id only consumes the message that says that it was deleted (rule
/// `erasure-not-consumed`), so that the right to be forgotten reaches every copy of the id.
void check_erasures(const Registry& registry, Sink& sink);

/// Each playbook's file is there (rule `absent-playbook`, with near names).
void check_playbook_files(const Registry& registry, const FileReader& files, Sink& sink);

}  // namespace tizza::registry
