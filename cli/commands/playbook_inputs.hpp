#pragma once
#include <map>
#include <string>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "playbook/inputs.hpp"
#include "registry/model.hpp"

namespace tizza::commands {

/// The names that a playbook's expressions see: its inputs, given or asked for, `operator`, and
/// `before` with what is deployed now. `registry` may be null.
Result<playbook::Scope> find_playbook_inputs(const playbook::Playbook& playbook,
                                             const std::map<std::string, std::string>& given,
                                             const registry::Registry* registry, Context& context);

/// Who sits here, as playbooks see it.
Value operator_value(const Context& context);

}  // namespace tizza::commands
