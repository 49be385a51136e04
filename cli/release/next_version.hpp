#pragma once
#include <optional>
#include <string>

#include "release/history.hpp"

namespace tizza::release {

/// What a person asks of the next version.
struct VersionRequest {
  std::optional<VersionPart> part;  ///< `--bump major`, `minor` or `patch`.
  bool only_prerelease = false;     ///< `--bump pre`: the next one of what is announced.
  std::string exact;                ///< `--bump 1.5.0`.
  std::string label;                ///< `--pre rc`.
  bool from_commits = false;        ///< The commits decide, and `--bump` must say the same.

  bool asks_for_version() const { return part || only_prerelease || !exact.empty(); }
};

/// Reads the values of `--bump` and `--pre`. An error (rule `usage`) where they contradict.
Result<VersionRequest> read_version_request(const std::string& bump, const std::string& label,
                                            bool from_commits);

/// The next version of a package, and how it came about.
struct NextVersion {
  Version version;
  Level level = Level::kNone;  ///< What the commits ask for.
};

/// The version behind `history`. Without a tag the version that the files state is the first one
/// (`stated`; none where they state none that this numbering reads). A breaking change of a version
/// below 1.0.0 asks for a minor release: going to 1.0.0 is for people to decide. Errors, each a
/// clear no: `release-nothing` where no commit asks for a release and nobody else does,
/// `release-disagreement` with the commit where the request is less than that asks for, `version`.
Result<NextVersion> next_version(const Numbering& numbering, const PackageHistory& history,
                                 const std::optional<Version>& stated,
                                 const VersionRequest& request, const Day& today);

}  // namespace tizza::release
