#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "playbook/model.hpp"
#include "playbook/scope.hpp"
#include "registry/model.hpp"

namespace tizza::playbook {

/// Where the possible values of inputs come from.
struct InputSources {
  const registry::Registry* registry = nullptr;
  /// Whether what is answered is checked: not where it only stands for what a person will say.
  bool checks_answers = true;
  /// What expressions see of a service; none: registry::service_value().
  std::function<const Value&(const registry::Item& service)> service_value = {};
  /// The tags of a service's repository, as far as a clone is at hand.
  std::function<std::vector<std::string>(const Value& service)> tags = {};
};

/// An input that was not given.
struct InputQuestion {
  std::string name;
  std::string prompt;
  std::string help;
  std::string flag;                  ///< `-d version=<value>`, `--env <value>`, `SERVICE`.
  std::vector<std::string> choices;  ///< Empty: any text.
  std::optional<std::string> default_value;
  bool is_secret = false;
  /// The reason why a value will not do, or none; only while it is asked. Not of secrets.
  std::function<std::optional<std::string>(const std::string&)> refuse = {};
};

/// Stands for a secret that nobody needs, or not yet: it passes every check.
inline constexpr std::string_view kSecretStandIn = "(secret)";

/// Asks for an input; none where nobody can be asked: then a default of the playbook's own holds.
using AskForInput = std::function<Result<std::optional<std::string>>(const InputQuestion&)>;

/// Finds a value for every input: given, by default or asked for, each checked against what it may
/// be. The scope maps a service, an environment or another entry of the registry to its fields.
/// Errors: rule `input`; with Verdict::kNeedsPerson all the missing ones are named together. Where
/// `missing` is given they are put there instead, as the flags that give them, and are not in the
/// scope.
Result<Scope> resolve_inputs(const Playbook& playbook,
                             const std::map<std::string, std::string>& given,
                             const InputSources& sources, Value base, const AskForInput& ask,
                             std::vector<std::string>* missing = nullptr);

/// The secret inputs alone; the same errors.
Status resolve_secrets(const Playbook& playbook, const AskForInput& ask, Scope& scope);

}  // namespace tizza::playbook
