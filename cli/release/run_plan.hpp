#pragma once
#include <string>
#include <vector>

#include "release/guard.hpp"
#include "release/journal.hpp"
#include "release/next_version.hpp"
#include "release/package_state.hpp"

namespace tizza::release {

/// What a person asks of `release run`.
struct RunRequest {
  RunMode mode = RunMode::kPush;
  std::string remote = "origin";
  std::string branch;  ///< Of the remote; empty: the current one.
  VersionRequest version;
  bool sign = false;
};

/// One package of the release.
struct PlannedPackage {
  std::string name;       ///< Empty for the only one.
  std::string directory;  ///< As it is shown.
  std::string last;       ///< Its last version; empty for none.
  std::string next;
  std::string tag;
  Level level = Level::kNone;
  std::vector<FileChange> changes;  ///< With paths as they are shown.
};

/// Everything that a release would do, and what stands in its way. Making a plan changes nothing
/// but git's object store.
struct RunPlan {
  RunRequest request;
  std::vector<PlannedPackage> packages;
  std::vector<std::string> left_out;  ///< Packages that nothing asks to release, each with why.
  std::string branch;                 ///< Of the remote that gets or holds the commit.
  Journal journal;                    ///< What begin_run() is handed.
  std::vector<Guard> guards;

  /// What would be pushed, by full name.
  std::vector<std::string> refs() const;
};

/// Computes versions, files and messages, and asks all guards. Of several packages those that
/// nothing asks to release are left out. Errors: nothing to release at all (rule
/// `release-nothing`), what next_version() and change_version() say, unreadable files.
Result<RunPlan> plan_run(const Repository& repository, const FileReader& files,
                         const Settings& settings, const std::vector<const Package*>& wanted,
                         const RunRequest& request, const Day& today);

}  // namespace tizza::release
