#pragma once
#include <string>
#include <vector>

#include "release/journal.hpp"

namespace tizza::release {

/// The files that a release changes, in the work tree: each step looks at what is there first.
class ReleasedFiles {
 public:
  ReleasedFiles(const Repository& repository, FileSystem& files, const Journal& journal)
      : repository_(repository), files_(files), journal_(journal) {}

  /// From the top of the work tree.
  std::vector<std::string> paths() const;

  /// Whether any holds what neither the person nor HEAD put there.
  bool are_changed() const;

  /// Writes all or none. An error (rule `release-moved`) where one was changed meanwhile.
  Status write();

  /// Gives them their old content; what HEAD has is the person's, wherever HEAD is, and stays.
  Status restore();

  /// A release that was killed while it wrote a file left half of it beside that.
  Status sweep();

 private:
  std::string place(const FileChange& file) const;
  bool is_there(const FileChange& file, const std::string& content, bool is_absent) const;
  bool is_as_committed(const FileChange& file) const;

  const Repository& repository_;
  FileSystem& files_;
  const Journal& journal_;
};

}  // namespace tizza::release
