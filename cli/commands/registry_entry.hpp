#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "registry/model.hpp"
#include "text/value.hpp"

/// How the registry commands show entries.
namespace tizza::commands {

/// The kind that `services` or `service` names; an error (rule `usage`) with near names else.
Result<registry::Kind> read_kind(std::string_view word);

/// Every entry with this name, at least one; an error (rule `unknown-name`) with near names else.
Result<std::vector<registry::Item>> find_items(const registry::Registry& registry,
                                               const std::string& name);

/// A field on one line: a scalar as it was written, a list of scalars with commas.
std::string field_text(Node field);

/// `tizza-registry.yaml:12`
std::string place_of(const registry::Item& item);

/// `kind`, `name`, `path`, `line` and `fields`: an entry in `--format json`.
Value entry_json(const registry::Item& item);

}  // namespace tizza::commands
