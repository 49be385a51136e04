#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "scaffold/git_trees.hpp"
#include "scaffold/tree_merge.hpp"

namespace tizza::scaffold {

/// What an update makes of one file of a project, and `drift` sees in it.
enum class FileClass : uint8_t {
  kNew,            ///< The template adds it.
  kUpdated,        ///< Only the template changed it.
  kMerged,         ///< Both changed it, and git could merge that.
  kMoved,          ///< A file of the project's own goes with the folder that the template renamed.
  kRemoved,        ///< The template takes it away, and nobody had changed it.
  kConflict,       ///< Both changed it, and a person must settle it.
  kDeletedByUser,  ///< The project had deleted it: so it stays.
  kOurs,           ///< Only the project changed it: so it stays.
  kUnchanged,      ///< Neither changed it.
  kUnmanaged,      ///< The template knows nothing of it, or leaves it to the project.
  kDiverged,       ///< Both changed it, and no merge was tried: only drift says so.
};

inline constexpr size_t kFileClasses = 11;

/// `new`, `update`, `merge`, `moved`, `removed`, `conflict`, `deleted by user`, `ours`,
/// `unchanged`, `unmanaged`, `diverged`.
std::string_view to_string(FileClass file_class);

struct ClassedFile {
  std::string path;
  FileClass file_class = FileClass::kUnchanged;
  std::string from;    ///< Its path before, where it was renamed or moved; else empty.
  std::string detail;  ///< For a conflict: its kind.
};

/// The trees of one update, without the answers file.
struct UpdateTrees {
  TreeEntries base;
  TreeEntries ours;
  TreeEntries theirs;
  TreeEntries result;
  std::vector<MergeConflict> conflicts;
  std::vector<Rename> their_renames;
  std::vector<Rename> our_renames;
};

/// Every file of the four trees in its class, by path.
std::vector<ClassedFile> classify(const UpdateTrees& trees);

/// How many files are in each class, by FileClass.
std::array<size_t, kFileClasses> count_classes(const std::vector<ClassedFile>& files);

}  // namespace tizza::scaffold
