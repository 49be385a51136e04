#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "release/guard.hpp"
#include "release/repository.hpp"

/// The guards that ask the remote.
namespace tizza::release {

/// What the remote was asked for, and what it said; no refs where it could not be asked.
struct RemoteView {
  std::string name;
  std::string branch;             ///< Empty where none counts.
  std::vector<std::string> tags;  ///< None where no version is known.
  std::string target = {};        ///< A branch that is to be made; empty for none.
  std::optional<RemoteRefs> refs = {};
};

/// The tags of this repository by name.
using TagIndex = std::unordered_map<std::string_view, const GitTag*>;

TagIndex index_tags(const std::vector<GitTag>& tags);

/// The remote is set up and answers; fills `view.refs`.
Guard check_remote(const Repository& repository, RemoteView& view);

/// The commit is part of the branch on the remote.
Guard check_pushed(const Repository& repository, const RemoteView& view);

/// The tag (empty where no version is known) is free here and there, or is on this commit already.
Guard check_tag_free(const Repository& repository, const RemoteView& view, const std::string& tag,
                     const TagIndex& local_tags);

}  // namespace tizza::release
