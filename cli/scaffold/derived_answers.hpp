#pragma once
#include <map>
#include <string>

#include "scaffold/manifest.hpp"
#include "scaffold/nearness.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::scaffold {

/// Answers that a project seems to have been made with, by id: where a path or line of the template
/// is a plain `{{ id }}` in fixed text, and one of the project fits it, what stands in that place
/// has a vote. Where votes differ, most of them win.
std::map<std::string, std::string> derive_answers(const TemplateTree& tree,
                                                  const Manifest& manifest,
                                                  const CommittedFiles& files);

}  // namespace tizza::scaffold
