#pragma once
#include <string_view>
#include <vector>

#include "spec/finding.hpp"

namespace tizza::spec {

/// The names in braces of a path, a channel or a URL, in order, repetitions included: `id` for
/// `/pizza/{id}`. Braces that are not closed hold no name.
std::vector<std::string_view> template_names(std::string_view text);

/// The place of `part` within a scalar; the whole scalar where escapes keep it from being found.
Place part_of(Node scalar, std::string_view part);

}  // namespace tizza::spec
