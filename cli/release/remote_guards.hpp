#pragma once
#include <optional>
#include <string>
#include <vector>

#include "release/guard.hpp"
#include "release/repository.hpp"

/// The guards that ask the remote.
namespace tizza::release {

/// What the remote was asked for, and what it said; no refs where it could not be asked.
struct RemoteView {
  std::string name;
  std::string branch;  ///< Empty where none counts.
  std::string tag;     ///< Empty where no version is known.
  std::optional<RemoteRefs> refs = {};
};

/// The remote is set up and answers; fills `view.refs`.
Guard check_remote(const Repository& repository, RemoteView& view);

/// The commit is part of the branch on the remote.
Guard check_pushed(const Repository& repository, const RemoteView& view);

/// The tag is free here and there, or it is on this commit already.
Guard check_tag_free(const Repository& repository, const RemoteView& view,
                     const std::vector<GitTag>& local_tags);

}  // namespace tizza::release
