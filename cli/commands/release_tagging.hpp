#pragma once
#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "release/repository.hpp"
#include "release/tag_plan.hpp"

/// What `release plan` and `release tag` share: both make the same plan and show it alike.
namespace tizza::commands {

PositionalSpec package_folder();
std::vector<FlagSpec> tagging_flags();

/// Opens the repository of the package's folder.
Result<release::Repository> open_package(const Arguments& arguments, Context& context);

/// The API descriptions below the folder that are in the index are valid. What cannot be checked at
/// all (a format of another version) is only noted: it is no proof of a fault.
release::Guard check_specs(const release::Repository& repository, const std::string& folder,
                           const FileReader& files);

/// The plan with every guard asked.
Result<release::TagPlan> plan_release_tag(const release::Repository& repository,
                                          const Arguments& arguments, Context& context);

/// Prints the plan on out(), for people or as JSON.
void print_plan(const release::TagPlan& plan, const Arguments& arguments, Context& context);

}  // namespace tizza::commands
