#pragma once
#include "base/edit.hpp"
#include "base/result.hpp"
#include "spec/description.hpp"

namespace tizza::spec {

/// Puts the tags of a list into the order of their names.
Result<Edit> sort_tags(const ApiDescription& api, Node tags);

}  // namespace tizza::spec
