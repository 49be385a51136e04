#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/history.hpp"
#include "release/numbering.hpp"
#include "release/settings.hpp"
#include "release/version_edits.hpp"

namespace tizza::release {

/// What a changelog tells of one release.
struct ReleaseNotes {
  std::string package;  ///< Empty for the only one.
  std::string version;
  std::string tag;
  std::string previous_tag;  ///< Of the last final version; empty for none.
  Day date;
  std::vector<Change> changes;  ///< Since that one, newest first.
};

/// The changes in the sections of Keep a Changelog 1.1.0 (`### Added`, `### Fixed`, …); empty where
/// none of them asks for a release. Ends with a line end.
std::string notes_text(const ReleaseNotes& notes);

/// The text with a section for the release, computed in memory. What stands below `## [Unreleased]`
/// becomes the section; where nothing does, `body` is it. Links at the end go on. An empty text
/// becomes a whole changelog. Nothing else changes.
std::string add_section(const std::string& text, const ReleaseNotes& notes,
                        const std::string& body);

/// What the release changes in the changelog's files, as the settings keep it. Nothing for a
/// pre-release: what it announces is told with the final version. Errors: an unreadable file, a
/// fragment of an unknown kind (rule `changelog`), a template that fails (rule `template`).
Result<std::vector<FileChange>> change_changelog(const FileReader& files, const Settings& settings,
                                                 const Package& package, const ReleaseNotes& notes);

}  // namespace tizza::release
