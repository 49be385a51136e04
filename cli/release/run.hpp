#pragma once
#include <string>

#include "release/journal.hpp"
#include "release/publication.hpp"

/// A release as its journal has it, forwards or backwards. Every step looks at what is there first,
/// so that each may be killed at any moment and called again.
namespace tizza::release {

/// How far a release has come.
enum class RunProgress : uint8_t {
  kNothing,
  kLocal,
  kPushed,
  kUnknown,  ///< The remote could not be asked.
};

/// Where a release stands.
struct Standing {
  RunProgress progress = RunProgress::kNothing;
  std::string reason = {};  ///< Why that is unknown.
  std::string commit = {};  ///< The one that is released; empty where none was found.
  std::string head = {};    ///< HEAD, where it is neither there nor where the release began.
};

/// Asks this clone and the remote, and changes nothing but git's object store.
Standing standing_of(const Repository& repository, ReleasePorts ports, const Journal& journal);

/// Writes the journal, then edits, commits, tags, builds, pushes, publishes and notes the release
/// in the registry, and takes the journal away. Where something fails before the push, or the
/// remote refuses it, everything is undone here and the error says so. Where nobody can tell
/// whether the push arrived, the journal stays and the verdict is kUnknownState; it stays too where
/// something fails behind the push, for resume_run(). A pending signal stops it between two steps
/// and is left pending: before the push everything is undone, behind it the journal stays.
Status begin_run(const Repository& repository, ReleasePorts ports, const Journal& journal);

/// The same for a release that was broken off. Behind the push it does not matter where HEAD and
/// the branch went since. An error (rule `release-busy`) where a git of the broken call still
/// works.
Status resume_run(const Repository& repository, ReleasePorts ports, const Journal& journal);

/// Undoes what a release did here. An error (rule `release-pushed`, a clear no) where the remote
/// has it already: from there it only goes forward.
Status abort_run(const Repository& repository, ReleasePorts ports, const Journal& journal);

}  // namespace tizza::release
