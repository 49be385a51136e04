#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "scaffold/remote_source.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::scaffold {

/// Templates of repositories elsewhere. Each repository is kept as a bare clone in the user's
/// cache, from which templates are read as git has them: nothing is checked out. A tag that was
/// fetched once needs no network; without one, what is in the cache is used and a warning says so.
class TemplateCache {
 public:
  struct Options {
    std::string folder;       ///< Of the cache.
    bool is_offline = false;  ///< Never asks the network.
    bool may_prompt = false;  ///< Whether git may ask for a password.
  };

  TemplateCache(FileSystem& files, Git& git, Options options)
      : files_(files), git_(git), options_(std::move(options)) {}

  /// The template `name`, with its `version` (the tag, where it is one) and `commit`. An error
  /// (rule `template`) where it cannot be fetched, or has no such revision or folder.
  Result<TemplateTree> read(const std::string& name);

  /// The tags of its repository that are versions, the newest first; `v1.2.0` counts as one.
  Result<std::vector<std::string>> versions(const std::string& name);

  /// What went wrong but stopped nothing, since the last call.
  std::vector<Diagnostic> take_warnings() { return std::exchange(warnings_, {}); }

 private:
  struct Revision {
    std::string commit;
    std::string tag;  ///< Empty where it is none.
  };

  std::string clone_path(const RemoteSource& source) const;
  Status bring(const RemoteSource& source, const std::string& clone);
  Status make_clone(const RemoteSource& source, const std::string& clone);
  Result<GitOutcome> run(const std::string& clone, std::vector<std::string> arguments,
                         std::string input = {});
  std::string commit_of(const std::string& clone, const std::string& reference);
  std::vector<std::string> version_tags(const std::string& clone);
  Result<Revision> find_revision(const RemoteSource& source, const std::string& clone);
  Status read_files(const RemoteSource& source, const std::string& clone, TemplateTree& tree);

  FileSystem& files_;
  Git& git_;
  Options options_;
  std::vector<Diagnostic> warnings_;
};

}  // namespace tizza::scaffold
