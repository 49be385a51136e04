#pragma once
#include <map>
#include <string>

#include "release/pins/pin_sink.hpp"

namespace tizza::release {

/// The commit that a repository holds for each submodule, by its path.
using SubmoduleCommits = std::map<std::string, std::string>;

/// Reads .gitmodules (gitmodules(5)). A submodule is pinned to the commit that the repository
/// holds.
Status read_submodule_pins(const SourcePtr& source, const SubmoduleCommits& commits, PinSink& sink);

}  // namespace tizza::release
