#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tizza::scaffold {

/// A template in a git repository elsewhere: `gh:tizza/templates//services/django#1.4.0`.
struct RemoteSource {
  std::string url;       ///< What git clones.
  std::string folder;    ///< Below its root; empty for the root.
  std::string revision;  ///< A tag, a branch or a commit; empty for the newest version.
};

/// Whether a name stands for a repository elsewhere: a URL that git knows, `git@HOST:PATH`, or one
/// of the shorthands `gh:`, `gl:` and `bb:` for the three public forges.
bool is_remote(std::string_view name);

/// Takes such a name apart; an error (rule `template`) at what is missing or leaves the repository.
Result<RemoteSource> parse_remote_source(std::string_view name);

}  // namespace tizza::scaffold
