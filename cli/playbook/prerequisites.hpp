#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "playbook/effects.hpp"
#include "playbook/model.hpp"
#include "playbook/scope.hpp"

namespace tizza::playbook {

/// How one prerequisite stands.
struct PrerequisiteResult {
  std::string name;
  bool is_met = false;
  std::string reason;  ///< Why it is not.
  std::string fix;     ///< What to do about it.
};

/// Reports what cannot be filled in in the prerequisites that apply.
void check_prerequisite_texts(const Playbook& playbook, const Scope& scope, Sink& sink);

/// Checks all prerequisites, whatever the first ones say. An error only where a text cannot be
/// filled in.
Result<std::vector<PrerequisiteResult>> check_prerequisites(const Playbook& playbook,
                                                            const Scope& scope, StepPorts& ports,
                                                            Effects& effects);

}  // namespace tizza::playbook
