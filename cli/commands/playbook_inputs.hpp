#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "playbook/inputs.hpp"
#include "registry/model.hpp"

namespace tizza::commands {

/// The names that a playbook's expressions see: its inputs, given or asked for, `operator`, and
/// `before` with what is deployed now. `registry` may be null. Where `missing` is given nobody is
/// asked: the flags of what lacks are put there, and a choice that has no alternative is taken.
Result<playbook::Scope> find_playbook_inputs(const playbook::Playbook& playbook,
                                             const std::map<std::string, std::string>& given,
                                             const registry::Registry* registry,
                                             std::vector<std::string>* missing, Context& context);

/// Who sits here, as playbooks see it.
Value operator_value(const Context& context);

}  // namespace tizza::commands
