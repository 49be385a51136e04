#pragma once
#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "release/repository.hpp"
#include "release/tag_plan.hpp"

/// What `release plan` and `release tag` share: both make the same plan and show it alike.
namespace tizza::commands {

PositionalSpec package_folder();
PositionalSpec package_names();
std::vector<FlagSpec> tagging_flags();

/// Opens the repository of the folder that is the only positional.
Result<release::Repository> open_package(const Arguments& arguments, Context& context);

/// The API descriptions below the folder that are in the index are valid. What cannot be checked at
/// all (a format of another version) is only noted: it is no proof of a fault.
release::Guard check_specs(const release::Repository& repository, const std::string& folder,
                           const FileReader& files);

/// A repository and what would be tagged in it.
struct Tagging {
  release::Repository repository;
  release::TagPlan plan;
};

/// The plan for the packages that are named, with every guard asked.
Result<Tagging> plan_release_tag(const Arguments& arguments, Context& context);

/// Prints the plan on out(), for people or as JSON.
void print_plan(const release::TagPlan& plan, const Arguments& arguments, Context& context);

}  // namespace tizza::commands
