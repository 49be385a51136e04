#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "release/repository.hpp"
#include "release/version_edits.hpp"

/// What a release set out to do, written down before anything changes: whoever finds it can end the
/// release, forwards or backwards, by comparing it with what is there.
namespace tizza::release {

enum class RunMode : uint8_t {
  kPush,     ///< A commit on the branch and tags, pushed together.
  kBranch,   ///< A commit on a branch of its own, for a merge request.
  kTagOnly,  ///< Tags on a commit that is on the remote already.
};

/// `push`, `branch` or `tag-only`.
std::string_view to_string(RunMode mode);
std::optional<RunMode> run_mode_named(std::string_view name);

struct JournalTag {
  std::string package;  ///< Its name; empty for the only one.
  std::string version;
  std::string tag;
  std::string message;
  std::string folder = {};  ///< Of the package, from the top of the work tree.
  std::string entry = {};   ///< Its name in the registry; empty where it has none.
};

struct Journal {
  RunMode mode = RunMode::kPush;
  std::string remote;
  std::string branch;        ///< That of the remote that gets, or holds, the commit.
  std::string start;         ///< The commit that was checked out.
  std::string start_branch;  ///< Empty where HEAD was detached.
  std::string message;       ///< Of the commit; empty where there is none to make.
  bool sign = false;
  std::vector<JournalTag> tags;   ///< In branch mode they are only announced.
  std::vector<FileChange> files;  ///< Paths from the top of the work tree.
  std::string index = {};         ///< Absolute; empty where nothing is published.
  std::string dist = {};          ///< The folder of built packages, in each package's.
  std::string registry = {};      ///< Absolute; empty where none is to know of it.
  std::string date = {};          ///< The day of the release.
  bool is_out = false;            ///< Nothing but the journal itself is left to take away.

  bool makes_commit() const { return !files.empty(); }
  bool makes_tags() const { return mode != RunMode::kBranch; }
};

/// Where the journal of a repository stands: `.git/tizza/release/journal.json`.
std::string journal_path(const Repository& repository);

/// None where no release is under way. A journal that cannot be read is an error (rule `journal`).
Result<std::optional<Journal>> read_journal(const FileReader& files, const std::string& path);

Status write_journal(FileSystem& files, const std::string& path, const Journal& journal);

}  // namespace tizza::release
