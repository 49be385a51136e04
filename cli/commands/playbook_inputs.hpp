#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "playbook/inputs.hpp"
#include "registry/model.hpp"

namespace tizza::commands {

/// Whether secret inputs are found out.
enum class SecretUse : uint8_t {
  kNone,   ///< Nothing is done, such as in practice: something stands for them.
  kLater,  ///< Those that a person has to type stand open until find_secrets().
  kNow,
};

/// How inputs that are not given are found.
struct InputWishes {
  SecretUse secrets = SecretUse::kLater;
  bool take_defaults = false;  ///< Nobody is asked for what has one.
  /// Where it is given nobody is asked: the flags of what lacks are put there, and a choice that
  /// has no alternative is taken.
  std::vector<std::string>* missing = nullptr;
};

/// The names that a playbook's expressions see: its inputs, given or asked for, `operator`, and
/// `before` with what is deployed now. `registry` may be null.
Result<playbook::Scope> find_playbook_inputs(const playbook::Playbook& playbook,
                                             const std::map<std::string, std::string>& given,
                                             const registry::Registry* registry,
                                             const InputWishes& wishes, Context& context);

/// The secret inputs alone: of a run that goes on, for no journal keeps them, and those that
/// stand open.
Status find_secrets(const playbook::Playbook& playbook, SecretUse use, playbook::Scope& scope,
                    Context& context);

/// Who sits here, as playbooks see it.
Value operator_value(const Context& context);

}  // namespace tizza::commands
