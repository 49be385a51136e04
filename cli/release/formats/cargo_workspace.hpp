#pragma once
#include <set>
#include <string>

#include "ports/file_system.hpp"
#include "text/document.hpp"

namespace tizza::release {

/// The packages whose version a Cargo.toml states: its own, and where the version is that of the
/// workspace (`workspace.package.version`) the members that inherit it. An error where the manifest
/// of a member is broken.
Result<std::set<std::string>> cargo_packages_of(Node manifest, const FileReader& files);

}  // namespace tizza::release
