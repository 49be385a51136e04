#pragma once
#include <string>
#include <vector>

#include "release/conventional_commit.hpp"
#include "release/tag_template.hpp"
#include "text/document.hpp"

/// What a project says about its releases (`release:` in tizza.yaml).
namespace tizza::release {

/// The values as they stand in the configuration; nothing for what it does not say. Their shapes
/// were checked against the configuration's schema.
struct SettingNodes {
  Node branches, tag_template, version_file, version_files, versioning, calver, commit_types,
      changelog, changelog_file, fragments, changelog_template, packages;
};

/// A further file that states the version.
struct VersionFileSetting {
  std::string file;  ///< In the package's folder.
  std::string name;  ///< Of the constant or label; empty for the usual one.
  Location at;
};

enum class Versioning : uint8_t { kAsFile, kSemVer, kPep440, kCalVer };

/// One package of the repository.
struct Package {
  std::string name;       ///< Empty for the only one.
  std::string directory;  ///< As it is shown and opened: from the working directory.
  TagTemplate tags;
  std::string version_file;  ///< The main one; empty: whichever is there.
  std::vector<VersionFileSetting> version_files;
  Versioning versioning = Versioning::kAsFile;
  Location calver;  ///< The pattern.
  Location at;      ///< Where it is set up; no place for the only one.

  /// How messages name it.
  const std::string& shown() const { return name.empty() ? directory : name; }
};

enum class ChangelogMode : uint8_t { kNone, kKeepAChangelog, kFragments, kTemplate };

struct Settings {
  std::vector<Package> packages;      ///< At least one, in the order of the configuration.
  std::vector<std::string> branches;  ///< Globs; empty: every branch.
  CommitTypes commit_types;
  ChangelogMode changelog = ChangelogMode::kNone;
  std::string changelog_file = "CHANGELOG.md";
  std::string fragments = "changelog.d";
  Location changelog_template;  ///< The path as it is written.
};

/// Reads the settings. `folder` is that of the only package, for a project that names none. Errors
/// (rule `config`) at their place: a path that leaves the project or the package, two packages in
/// one folder or with the same tags, a template or pattern that is wrong.
Result<Settings> read_settings(const SettingNodes& nodes, const std::string& folder);

/// The package that a person means: by name, else by folder; the only one where nothing is said. An
/// error (rule `usage`) with near names.
Result<const Package*> find_package(const Settings& settings, const std::string& wanted);

}  // namespace tizza::release
