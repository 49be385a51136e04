#pragma once
#include <optional>
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

 private:
  /// Lines of the new text; `last` is one of them.
  struct Lines {
    uint32_t first = 0;
    uint32_t last = 0;
  };
  friend class DiffReader;

  const std::vector<Lines>* lines_of(const std::string& path) const;

  std::string work_tree_;                  ///< Absolute, without symlinks.
  std::string working_directory_;          ///< The same.
  StringMap<std::vector<Lines>> changed_;  ///< By the path in the work tree, sorted. Folders that
                                           ///< git ignores end with a slash.
};

/// Leaves the findings whose lines changed, or whose file did where they have no line.
void keep_changed(report::Report& report, const Changes& changes);

}  // namespace tizza::spec
