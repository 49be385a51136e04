#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "scaffold/answers.hpp"
#include "scaffold/manifest.hpp"
#include "scaffold/nearness.hpp"
#include "scaffold/rendering.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::scaffold {

/// Where an answer for an adopted project comes from.
enum class AnswerOrigin : uint8_t { kGiven, kFound, kTried, kDefault, kAsked };

/// `given`, `found in the project`, `nearest`, `default`, `asked`.
std::string_view to_string(AnswerOrigin origin);

/// What one version of a template makes of the answers with which it comes nearest to a project.
struct Fit {
  Manifest manifest;
  Answers answers;
  Project project;  ///< Secrets as placeholders.
  Nearness near;
  std::map<std::string, AnswerOrigin> origins;  ///< By id.
  std::vector<std::string> missing;  ///< Ids without an answer: something stands for each.
};

struct FitSources {
  Value typed = {};  ///< They are taken as they are.
  Asker asker = {};  ///< For what would be missing; null where nobody is to be asked.
  const registry::Registry* registry = nullptr;
  std::string destination = {};
};

/// Takes what was typed, then what paths and lines of the project say, then defaults; booleans and
/// choices that nothing tells are tried out.
Result<Fit> fit_template(const TemplateTree& tree, const CommittedFiles& files,
                         const FitSources& sources);

}  // namespace tizza::scaffold
