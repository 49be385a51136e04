#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "scaffold/answers.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {

/// The file in a project that says what made it.
inline constexpr std::string_view kAnswersFile = ".tizza-answers.yaml";

/// What an answers file says besides the answers.
struct AnswersRecord {
  std::string source;       ///< As find_template() takes it from the registry's folder.
  std::string destination;  ///< The project's name as its templates saw it.
  std::string tree;         ///< tree_hash() of what the template made, secrets as placeholders.
  Value add_ons = {};       ///< Their recorded_answers() by name; nothing for none.
};

/// The answers as they are recorded: without secrets.
Value recorded_answers(const Answers& answers);

/// The file that records what made a project. Secrets are left out.
TemplateFile make_answers_file(const AnswersRecord& record, const Manifest& manifest,
                               const Answers& answers);

/// Adds it to a rendered project; an error where the template has a file of that name.
Status add_answers_file(Project& project, const AnswersRecord& record, const Manifest& manifest,
                        const Answers& answers);

}  // namespace tizza::scaffold
