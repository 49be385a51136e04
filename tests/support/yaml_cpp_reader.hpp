#pragma once
#include <optional>
#include <string>

#include "text/document.hpp"

namespace tizza::testing {

/// A tree as text, the same for every reader: kinds, keys, and of each scalar its text and whether
/// it was quoted. Aliases are written out.
std::string tree_text(Node node);

/// What yaml-cpp, the second reader, makes of a YAML text of one document: its tree, or none and
/// the reason in `problem`.
std::optional<std::string> yaml_cpp_tree_text(const std::string& text, std::string& problem);

}  // namespace tizza::testing
