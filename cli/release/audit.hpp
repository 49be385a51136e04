#pragma once
#include <string>
#include <vector>

#include "ports/archives.hpp"
#include "ports/file_system.hpp"
#include "release/repository.hpp"
#include "release/settings.hpp"

namespace tizza::release {

/// What the registry says of a package's newest release; empty fields where it says nothing.
struct NotedRelease {
  std::string version, commit, sha256;
  Location at;
};

/// One package, and what is known of it beside its repository.
struct AuditedPackage {
  const Package* package = nullptr;
  NotedRelease noted;
};

struct AuditRequest {
  std::string remote;  ///< Whose tags are compared; empty: none.
  std::string index;   ///< The folder of the package index; empty: no artefacts are looked for.
};

/// Compares tags here and at the remote, the versions that files state at each tag, the files of
/// the package index (their bytes too, see check_index()) and what the registry noted. Findings by
/// rules: `audit-moved` (a tag that is on another commit elsewhere), `audit-unpushed`,
/// `audit-version` (the files at a tag state another one), `audit-unpublished` (a tag without
/// artefacts), `audit-untagged` (artefacts without a tag), `audit-registry`. Errors: the remote or
/// the index cannot be read, no version file, and tags that are not in this clone (rule
/// `audit-tags`): nobody could tell what they are worth.
Result<std::vector<Diagnostic>> audit_releases(const Repository& repository,
                                               const FileReader& files, const Archives& archives,
                                               const Settings& settings,
                                               const std::vector<AuditedPackage>& packages,
                                               const AuditRequest& request);

}  // namespace tizza::release
