#pragma once
#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "spec/inputs.hpp"

/// How commands come by API descriptions.
namespace tizza::commands {

/// Every description that the registry names; what is not on this disk becomes an error of the
/// inputs.
Result<spec::Inputs> fleet_descriptions(Context& context);

/// `--all` of commands that look at descriptions.
FlagSpec all_descriptions_flag();

/// The descriptions that paths name or, with `--all`, the registry. An error where that is none.
Result<spec::Inputs> given_descriptions(const std::vector<std::string>& paths,
                                        const Arguments& arguments, Context& context);

}  // namespace tizza::commands
