#pragma once
#include <memory>
#include <vector>

#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "spec/inputs.hpp"
#include "spec/remote_files.hpp"

/// How commands come by API descriptions.
namespace tizza::commands {

/// Every description that the registry names; what is not on this disk becomes a finding of the
/// inputs.
Result<spec::Inputs> fleet_descriptions(Context& context);

/// `--all` of commands that look at descriptions.
FlagSpec all_descriptions_flag();

/// `--allow-remote` and `--remote-host` of commands that follow references.
std::vector<FlagSpec> remote_flags();

/// Reads what references to URLs name, as these flags allow; null where they are not followed.
Result<std::unique_ptr<spec::RemoteFiles>> remote_files(const Arguments& arguments,
                                                        Context& context);

/// The descriptions that paths name or, with `--all`, the registry. What is not on
/// this disk is an error of theirs.
Result<spec::Inputs> given_descriptions(const std::vector<std::string>& paths,
                                        const Arguments& arguments, Context& context);

}  // namespace tizza::commands
