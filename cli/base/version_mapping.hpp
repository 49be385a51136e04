#pragma once
#include "base/pep440.hpp"
#include "base/result.hpp"
#include "base/semver.hpp"

/// One release under two grammars. What is mapped keeps its place in the order and comes back the
/// same; everything else is an error of the rule `version` that says why.
namespace tizza {

/// `1.3.0-rc.1` becomes `1.3.0rc1`; `alpha.N`, `beta.N` and `rc.N` are the only pre-releases.
Result<Pep440Version> to_pep440(const SemVer& version);

/// `1.3.0rc1` becomes `1.3.0-rc.1`, `1.3` becomes `1.3.0`. Epochs, post-releases, development
/// releases and a fourth number have no counterpart.
Result<SemVer> to_semver(const Pep440Version& version);

}  // namespace tizza
