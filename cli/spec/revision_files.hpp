#pragma once
#include <memory>

#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "spec/changes.hpp"

namespace tizza::spec {

/// The files as they were before the changes: what differs is read out of git, under the name that
/// it has today; all else is read through `now`. What git has never seen was not there, and what it
/// ignores was as it is. Listing a folder shows what is there now. Threads may share the reader;
/// `git` and `now` outlive it. An error (rule `git`) where git cannot say what differs.
Result<std::unique_ptr<FileReader>> files_before(const Changes& changes, Git& git,
                                                 const FileReader& now);

}  // namespace tizza::spec
