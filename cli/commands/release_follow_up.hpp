#pragma once
#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "registry/model.hpp"
#include "release/publication.hpp"
#include "release/run_plan.hpp"

/// What a release sets in motion beside git: the package index, the registry and a word to those
/// who own the package.
namespace tizza::commands {

/// `--publish`, `--index` and `--dist`.
std::vector<FlagSpec> publication_flags();

release::ReleasePorts release_ports(Context& context);

/// Adds what is to be published, with a guard that says whether it can be. Changes nothing.
Status plan_publication(release::RunPlan& plan, const Arguments& arguments, Context& context);

/// The registry's entry of a package: by its name, else by that of its Python project; null for
/// none.
const registry::Item* find_entry(const registry::Registry& registry, const std::string& name,
                                 const std::string& directory, const Context& context);

/// Finds the packages in the registry, where there is one, so that the release is noted there. An
/// error where the registry is broken.
Status plan_note(release::RunPlan& plan, Context& context);

/// Tells the channel of each package's owner. Where that fails it is shown, and that is all.
void announce(const release::Journal& journal, Context& context);

}  // namespace tizza::commands
