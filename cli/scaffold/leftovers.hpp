#pragma once
#include <string>

#include "base/diagnostic.hpp"
#include "scaffold/manifest.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {

/// What a template left behind in a project that it made: marks of the template language around its
/// own names, in files and paths (rule `leftover`), and YAML, JSON and TOML that cannot be read
/// (rule `syntax`). `label` says by which answers the project was made.
void find_leftovers(const Manifest& manifest, const Project& project, const std::string& label,
                    Sink& sink);

}  // namespace tizza::scaffold
