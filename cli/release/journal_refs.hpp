#pragma once
#include <optional>
#include <string>
#include <vector>

#include "release/journal.hpp"

/// The refs of a release at its remote.
namespace tizza::release {

/// What the remote is asked for, by full name; tags with the commits behind them.
std::vector<std::string> asked_refs(const Journal& journal);

/// The commit that the remote has under all the tags, or the branch, of the release.
std::optional<std::string> remote_commit(const Journal& journal, const RemoteRefs& refs);

/// `FROM:TO`, as Repository::push() takes them.
std::vector<std::string> pushed_refs(const Journal& journal, const std::string& commit);

/// What others can see once it is pushed, by full name.
std::vector<std::string> public_refs(const Journal& journal);

}  // namespace tizza::release
