#pragma once
#include <string_view>

#include "base/diagnostic.hpp"
#include "text/document.hpp"

namespace tizza::schema {

/// Checks a file that people write for tizza against `registry-schema/<name>.schema.json`:
/// `registry`, `playbook`, `template` or `config`. Findings have rules and places as
/// Schema::validate() gives them; returns whether there were none. Plain scalars count as strings
/// where strings are asked for.
bool check(const Document& document, std::string_view name, Sink& sink);

/// The same for a part of a document, such as one service of a registry: `definition` names an
/// entry of the schema's `$defs`.
bool check_part(Node node, std::string_view name, std::string_view definition, Sink& sink);

}  // namespace tizza::schema
