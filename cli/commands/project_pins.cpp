#include "commands/project_pins.hpp"

#include "base/paths.hpp"
#include "spec/inputs.hpp"

namespace tizza::commands {
namespace {

constexpr uint32_t kSubmodule = 0160000;

/// The commits at HEAD, by the path from the folder, which may lie deep in its repository.
Result<release::SubmoduleCommits> submodules_of(const std::string& folder, Context& context) {
  release::SubmoduleCommits commits;
  if (!context.files.exists(join_path(folder, ".gitmodules"))) return commits;
  const auto repository = context.git.open(folder);
  if (!repository.ok() || !(*repository)->head_commit()) return commits;
  TIZZA_TRY(const auto entries, (*repository)->list_tree("HEAD"));
  for (const GitTreeEntry& entry : entries) {
    if (entry.mode == kSubmodule) commits[entry.path] = entry.id;
  }
  return commits;
}

}  // namespace

Result<release::ProjectPins> read_project_pins(const std::string& folder, Context& context) {
  TIZZA_CHECK(context.files.list(folder));
  release::PinInputs inputs{folder, {}, {}};
  for (const auto& found : spec::find_inputs(context.files, {folder}).files) {
    inputs.descriptions.push_back(found.path);
  }
  TIZZA_TRY(inputs.submodules, submodules_of(folder, context));
  TIZZA_TRY(auto project, release::read_pins(context.files, inputs));
  if (!project.files.empty()) return project;
  return file_failure("no-input", folder, "no file in `" + folder + "` pins anything",
                      "name the folder that holds requirements.txt, package.json or the like");
}

}  // namespace tizza::commands
