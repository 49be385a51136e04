#pragma once
#include <map>
#include <string>
#include <vector>

#include "scaffold/git_trees.hpp"
#include "scaffold/manifest.hpp"

namespace tizza::scaffold {

/// What the migrations between two versions of a template ask for, put together in their order.
struct Migration {
  std::map<std::string, std::string> answers;              ///< Ids of questions, old to new.
  std::vector<std::pair<std::string, std::string>> moves;  ///< Paths, old to new.
  std::vector<std::string> notes;                          ///< For people, as they are written.
};

/// Whether a normal path leads to something below the project that is not git's alone.
bool is_in_project(const std::string& path);

/// Those of a manifest's `migrations` that concern a project made by version `from`: all where that
/// is empty or no version number.
Migration migrations_since(const Manifest& manifest, const std::string& from);

/// The files with the moves carried out; one whose new path is taken stays where it is.
TreeEntries moved(TreeEntries entries, const Migration& migration);

}  // namespace tizza::scaffold
