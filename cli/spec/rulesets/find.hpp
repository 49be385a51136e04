#pragma once
#include <map>
#include <optional>
#include <string>

#include "ports/file_system.hpp"

namespace tizza::spec::rulesets {

/// Finds the ruleset that belongs to a file: `.spectral.yaml` (or .yml, .json, .js) in its folder
/// or the nearest one above. The search ends at the root of a repository and at the home folder.
/// Keeps what it learns about folders.
class NearestRuleset {
 public:
  /// Both folders are absolute.
  NearestRuleset(const FileReader& files, std::string working_directory, std::string home)
      : files_(files), working_directory_(std::move(working_directory)), home_(std::move(home)) {}

  /// As a path relative to the working directory.
  const std::optional<std::string>& of(const std::string& file);

 private:
  const std::optional<std::string>& in_folder(const std::string& folder);
  std::optional<std::string> look(const std::string& folder);

  const FileReader& files_;
  std::string working_directory_;
  std::string home_;
  std::map<std::string, std::optional<std::string>> known_;
};

}  // namespace tizza::spec::rulesets
