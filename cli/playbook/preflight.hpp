#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "playbook/engine.hpp"
#include "playbook/model.hpp"
#include "playbook/scope.hpp"

/// What must be right before the first step.
namespace tizza::playbook {

/// Fills in every text of every step that applies, with stand-ins for what steps will only find
/// out, and reports what cannot be resolved.
void check_texts(const Playbook& playbook, const Scope& scope, Sink& sink);

/// A step that will need a person, and what that person may say.
struct NeededAnswer {
  std::string step;
  std::vector<std::string> choices;  ///< Empty: any text.
};

/// The steps that can be reached from `start` with the answers given and have none yet: what a run
/// without a terminal lacks. Empty `start`: the first step.
std::vector<NeededAnswer> missing_answers(const Playbook& playbook, const Scope& scope,
                                          const RunSettings& settings, bool is_practice,
                                          const std::string& start);

/// Each `--answer` names a step and something that may be said of it (rule `usage`).
Status check_answers(const Playbook& playbook, const RunSettings& settings, bool is_practice);

}  // namespace tizza::playbook
