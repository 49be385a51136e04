#include "release/formats/locks.hpp"

#include <array>

#include "release/formats/cargo_workspace.hpp"
#include "release/formats/document_scalar.hpp"
#include "text/reader.hpp"

namespace tizza::release {
namespace {

/// package-lock.json: at its top and, from npm 7 on, in the entry of the package itself.
Result<std::vector<FoundVersion>> find_in_npm_lock(const SourcePtr& lock, const SourcePtr&,
                                                   const FileReader&) {
  TIZZA_TRY(const DocumentPtr document, read_json(lock));
  std::vector<FoundVersion> found;
  const Node root = document->root();
  for (const Node version : {root["version"], root["packages"][""]["version"]}) {
    if (!version) continue;
    TIZZA_TRY(auto read, version_of_scalar(version));
    found.push_back(std::move(read));
  }
  return found;
}

/// Cargo.lock: the entries of the package, or of the members that inherit the workspace's version.
/// What comes from a registry has a `source`.
Result<std::vector<FoundVersion>> find_in_cargo_lock(const SourcePtr& lock, const SourcePtr& beside,
                                                     const FileReader& files) {
  TIZZA_TRY(const DocumentPtr manifest, read_toml(beside));
  TIZZA_TRY(const DocumentPtr document, read_toml(lock));
  TIZZA_TRY(const auto names, cargo_packages_of(manifest->root(), files));
  std::vector<FoundVersion> found;
  for (const Node package : document->root()["package"].items()) {
    if (package["source"] || !names.contains(std::string(package["name"].text()))) continue;
    TIZZA_TRY(auto read, version_of_scalar(package["version"]));
    found.push_back(std::move(read));
  }
  return found;
}

}  // namespace

std::span<const LockFormat> lock_formats() {
  static constexpr std::array<LockFormat, 3> kFormats = {{
      {"package-lock.json", "package.json", find_in_npm_lock},
      {"npm-shrinkwrap.json", "package.json", find_in_npm_lock},
      {"Cargo.lock", "Cargo.toml", find_in_cargo_lock},
  }};
  return kFormats;
}

}  // namespace tizza::release
