#pragma once
#include <optional>
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
void check_texts(const Playbook& playbook, Scope scope, Sink& sink);

/// A step that will need a person, and what that person may say.
struct NeededAnswer {
  std::string step;
  std::vector<std::string> choices;  ///< Empty: any text.
};

/// Where a run is about to go on.
struct RunPlace {
  std::string step = {};    ///< Empty: the first one.
  bool is_settled = false;  ///< What became of an earlier try of it, or of its escalation, is said.
};

/// The steps that can be reached from `place` with the answers given and have none that fits: what
/// a run without a terminal lacks.
std::vector<NeededAnswer> missing_answers(const Playbook& playbook, const Scope& scope,
                                          const RunSettings& settings, bool is_practice,
                                          const RunPlace& place);

/// What may be said of the step in place of the answer that `settings` has for it; none where that
/// one will do.
std::optional<std::string> refuse_answer(const Step& step, const RunSettings& settings,
                                         bool is_practice);

/// Each `--answer` names a step and something that may be said of it (rule `usage`).
Status check_answers(const Playbook& playbook, const RunSettings& settings, bool is_practice);

}  // namespace tizza::playbook
