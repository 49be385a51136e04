#pragma once
#include <string>

#include "release/journal.hpp"
#include "release/publication.hpp"

/// A release as its journal has it, forwards or backwards. Every step looks at what is there first,
/// so that each may be killed at any moment and called again.
namespace tizza::release {

/// How far a release has come.
enum class RunProgress : uint8_t { kNothing, kLocal, kPushed };

/// Asks this clone and the remote, and changes nothing. An error where the remote cannot be asked.
Result<RunProgress> progress_of(const Repository& repository, ReleasePorts ports,
                                const Journal& journal);

/// Writes the journal, then edits, commits, tags, builds, pushes, publishes and notes the release
/// in the registry, and takes the journal away. Where something fails before the push, or the
/// remote refuses it, everything is undone here and the error says so. Where nobody can tell
/// whether the push arrived, the journal stays and the verdict is kUnknownState; it stays too where
/// something fails behind the push, for resume_run().
Status begin_run(const Repository& repository, ReleasePorts ports, const Journal& journal);

/// The same for a release that was broken off.
Status resume_run(const Repository& repository, ReleasePorts ports, const Journal& journal);

/// Undoes what a release did here. An error (rule `release-pushed`, a clear no) where the remote
/// has it already: from there it only goes forward.
Status abort_run(const Repository& repository, ReleasePorts ports, const Journal& journal);

}  // namespace tizza::release
