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
/// Where nothing is done, such as in practice, secrets are not `needed` and something stands for
/// them.
Result<playbook::Scope> find_playbook_inputs(const playbook::Playbook& playbook,
                                             const std::map<std::string, std::string>& given,
                                             const registry::Registry* registry,
                                             std::vector<std::string>* missing, bool needs_secrets,
                                             Context& context);

/// The secret inputs alone, which no journal keeps, for a run that goes on.
Status find_secrets(const playbook::Playbook& playbook, bool needs_secrets, playbook::Scope& scope,
                    Context& context);

/// Who sits here, as playbooks see it.
Value operator_value(const Context& context);

}  // namespace tizza::commands
