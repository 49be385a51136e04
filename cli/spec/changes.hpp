#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "ports/environment.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace tizza::spec {

/// What changed in a work tree since a revision.
class Changes {
 public:
  /// Compares the work tree around the working directory with `revision`, or with the merge base of
  /// it and HEAD where it ends in `...`. Renamed files are compared with what they
  /// were. What git does not keep counts as new: nobody can say what changed in a file that it has
  /// never seen, that it ignores, or that lies outside of the work tree. Errors have the rule
  /// `git`.
  static Result<Changes> since(const std::string& revision, Git& git, const FileReader& files,
                               const Environment& environment);

  /// Whether any of these lines of a file changed; without lines, whether the file did. Where lines
  /// were taken out, those around the gap count as changed.
  bool touch(const std::string& path, const std::optional<report::Region>& lines) const;

  bool is_empty() const { return changed_.empty(); }

  /// The commit that the work tree was compared with.
  const std::string& revision() const { return revision_; }
  /// Absolute, without symlinks.
  const std::string& work_tree() const { return work_tree_; }
  /// The paths in the work tree that git neither keeps nor ignores.
  const std::vector<std::string>& untracked() const { return untracked_; }
  /// The path of a file in the work tree; none where it lies outside.
  std::optional<std::string> within_work_tree(const std::string& path) const;

 private:
  /// Lines of the new text; `last` is one of them.
  struct Lines {
    uint32_t first = 0;
    uint32_t last = 0;
  };
  friend class DiffReader;

  const std::vector<Lines>* lines_of(const std::string& path) const;

  std::string revision_;
  std::string work_tree_;
  std::string working_directory_;  ///< Absolute, without symlinks.
  std::vector<std::string> untracked_;
  StringMap<std::vector<Lines>> changed_;  ///< By the path in the work tree, sorted. Folders that
                                           ///< git ignores end with a slash.
};

/// Whether what was found before can make a difference: a finding stands where nothing changed.
bool has_unchanged(const report::Report& report, const Changes& changes);

/// Leaves the findings whose lines changed, or whose file did where they have no line, and those
/// whose fingerprint is not among `known`, those of before: what changed broke something elsewhere.
void keep_changed(report::Report& report, const Changes& changes,
                  const std::set<std::string>& known);

/// What git prints, run in a folder. A failure of git is an error of the rule `git`.
Result<std::string> git_output(Git& git, const std::string& directory,
                               std::vector<std::string> arguments);

}  // namespace tizza::spec
