#pragma once
#include <string>
#include <vector>

#include "playbook/step_kind.hpp"

/// Steps that run command lines: here or on hosts, once or for each item of a list.
namespace tizza::playbook {

/// The lines of the step's own key, each as a person would type it, in their order: item by item,
/// host by host. `item` is known where the step has `for_each`.
Result<std::vector<std::string>> describe_lines(const Step& step, const Scope& scope);

/// One after the other; stops at the first that is not done. What an earlier try has done is left
/// out.
Result<Outcome> act_lines(const Step& step, const Scope& scope, StepPorts& ports, Parts& parts);

/// Whether each line of the step is one of these commands (`status`, `release plan`) and nothing
/// that a shell would make more of.
bool only_reads(const Step& step, const std::vector<std::string_view>& commands);

}  // namespace tizza::playbook
