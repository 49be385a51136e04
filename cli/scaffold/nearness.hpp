#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/git.hpp"
#include "scaffold/git_trees.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {

/// The files of a project as its last commit has them; each is read once, when it is asked for.
class CommittedFiles {
 public:
  CommittedFiles(const GitRepository& repository, TreeEntries entries)
      : repository_(&repository), entries_(std::move(entries)) {}

  const TreeEntries& entries() const { return entries_; }
  /// Empty for what is absent, a submodule, or cannot be read.
  const std::string& text(const std::string& path) const;

 private:
  const GitRepository* repository_;
  TreeEntries entries_;
  mutable std::map<std::string, std::string> texts_;
};

/// How like the files that a template makes are to those of the same names in a project.
struct Nearness {
  size_t files = 0;    ///< That the template makes.
  size_t same = 0;     ///< Of these, in the project byte for byte.
  size_t changed = 0;  ///< There, but different; the others are missing.
  size_t lines = 0;    ///< Of both sides.
  size_t found = 0;    ///< Of these, on both sides.

  /// From 0 to 1.
  double share() const { return lines == 0 ? 0 : static_cast<double>(found) / lines; }
  /// In whole per cent; 100 only where no line differs.
  size_t per_cent() const { return lines == 0 ? 0 : 100 * found / lines; }
};

Nearness nearness(const Project& made, const CommittedFiles& files);

}  // namespace tizza::scaffold
