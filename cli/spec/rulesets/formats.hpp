#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/version.hpp"

namespace tizza::spec::rulesets {

/// The versions that the name of a format stands for, such as `oas3.1`; none of ours for formats
/// that are no API descriptions, such as `json-schema`. No value for an unknown name.
std::optional<Versions> find_format(std::string_view name);

std::vector<std::string> format_names();

}  // namespace tizza::spec::rulesets
