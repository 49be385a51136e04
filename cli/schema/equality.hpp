#pragma once
#include <cstdint>

#include "text/document.hpp"

namespace tizza::schema {

/// Whether two nodes, of any documents, are the same JSON value: numbers by value, the members of
/// mappings in any order (JSON Schema 2020-12, core 4.2.2).
bool equal(Node a, Node b);

/// Equal nodes have equal hashes.
uint64_t hash(Node node);

}  // namespace tizza::schema
