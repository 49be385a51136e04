#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "scaffold/answers.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {

/// The file in a project that says what made it.
inline constexpr std::string_view kAnswersFile = ".tizza-answers.yaml";

/// Adds the answers file to a rendered project: template, version, hash of the tree, and the
/// answers without secrets. An error where the template has a file of that name.
Status add_answers_file(Project& project, const Manifest& manifest, const std::string& source,
                        const Answers& answers);

}  // namespace tizza::scaffold
