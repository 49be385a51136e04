#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "scaffold/file_classes.hpp"
#include "scaffold/recorded.hpp"
#include "scaffold/rendering.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::scaffold {

/// A template as projects are compared with it.
struct KnownTemplate {
  TemplateTree tree;
  Manifest manifest;
  std::vector<std::string> versions;  ///< Of its repository, the newest first; none for a folder.
};

/// Where the templates of projects come from. Both are asked by several threads at once.
struct DriftSources {
  /// The newest version of the template that a record names; it lives as long as the finder.
  std::function<Result<const KnownTemplate*>(const Recorded&, const std::string& folder)> newest;
  /// What the recorded version made of the recorded answers; nothing where it cannot be had.
  std::function<std::optional<Project>(const Recorded&, const std::string& folder)> as_recorded;
  const registry::Registry* registry = nullptr;
};

/// How the last commit of a project differs from what its template made, and makes now.
struct Drift {
  std::string name;
  std::string source;  ///< Of the template, as it is recorded.
  std::string title;   ///< Its name.
  std::string version;
  std::string latest;
  std::optional<size_t> behind;    ///< How many versions, where they are known.
  std::vector<ClassedFile> files;  ///< But the unchanged and the unmanaged ones.
  std::array<size_t, kFileClasses> counts{};
  std::vector<FillIn> fill_ins;  ///< What nobody filled in yet, in files of the template.

  /// Whether the template has another version now, whatever that changes.
  bool is_outdated() const { return !latest.empty() && latest != version; }
};

/// Compares contents, not version numbers. Nothing is written or fetched. Reads are few: files are
/// told apart by the ids of their blobs. Errors: no project, no template, a new question without a
/// default, or what the template had made is nowhere to be found.
Result<Drift> find_drift(const FileReader& files, Git& git, const std::string& folder,
                         const DriftSources& sources);

}  // namespace tizza::scaffold
