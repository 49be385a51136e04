#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "ports/interrupts.hpp"
#include "registry/load.hpp"
#include "scaffold/registration.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {

/// What to make, worked out to the last byte.
struct Generation {
  std::string destination;
  Project project;
  std::string commit_message;  ///< Of the first commit; empty for no repository.
  /// A repository is around the destination, which keeps the template's tree; it gets no commit.
  bool joins_repository = false;
  std::string base_hash;  ///< What the answers file records: the template's tree is kept by it.
  std::optional<Project> base;  ///< That tree, where it is not the project (it has secrets).
  std::optional<Registration> registration;  ///< With `registry_path`.
  std::string registry_path;
  /// Run in the hidden folder, where they are given: before the files are written and behind them.
  /// An error ends all, and nothing is left.
  std::function<Status(const std::string& folder)> before_files = {};
  std::function<Status(const std::string& folder)> after_files = {};
};

/// The ports that making a project needs, and tizza's own state folder.
struct GenerationPorts {
  FileSystem& files;
  Git& git;
  Interrupts& interrupts;
  std::string state_folder;
};

/// Makes the project, all or nothing: everything is written and committed in a hidden folder beside
/// the destination, which one rename then puts in place; the registry follows. A record of the
/// intent lets finish_interrupted() end or undo what a killed process began. On an error nothing is
/// left.
Status generate(const GenerationPorts& ports, const Generation& generation);

/// What an earlier call left behind was set right.
struct Finished {
  std::string destination;
  bool was_registered = false;        ///< Else its unfinished files were taken away.
  std::optional<Diagnostic> problem;  ///< Why it could not be registered, though it is there.
};

/// Ends every generation whose process was killed. Call it before anything new is begun.
Result<std::vector<Finished>> finish_interrupted(const GenerationPorts& ports);

}  // namespace tizza::scaffold
