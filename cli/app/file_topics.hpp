#pragma once
#include <string_view>
#include <vector>

#include "report/wrap.hpp"

namespace tizza::app {

/// The fields of a file that people write for tizza, as `registry-schema/<name>.schema.json`
/// describes them: each with its path (`services.NAME.owners[]` for a list in each entry of a
/// mapping), whether it is required, the values it may have and what it is for. Empty for a name
/// without a schema.
std::vector<report::Term> file_terms(std::string_view name);

}  // namespace tizza::app
