#pragma once
#include <optional>
#include <string>
#include <vector>

#include "release/pins/pin.hpp"
#include "release/version_edits.hpp"

namespace tizza::release {

/// `PKG==VERSION`, as a person asks for it.
struct PinRequest {
  std::string name;
  std::string version;
  std::vector<std::string> hashes = {};     ///< `sha256:…`, for requirements that have hashes.
  std::optional<Ecosystem> ecosystem = {};  ///< None: the only one that has the name.
};

/// Reads `PKG==VERSION` or `ECOSYSTEM:PKG==VERSION`. An error (rule `usage`) for anything else.
Result<PinRequest> read_pin_request(const std::string& text);

/// An error (rule `usage`) where pip would not take it as `--hash`: `sha256:` and 64 hexadecimal
/// digits, or a longer one of the family.
Status check_pin_hash(const std::string& hash);

/// What the requests change.
struct PinChanges {
  std::vector<FileChange> files;
  std::vector<const Pin*> changed;  ///< Those whose places change.
  size_t unchanged = 0;             ///< Pins that say it already.
};

/// Computes every file in memory; nothing outside of the pins' own characters changes. Clear noes
/// (rule `pin`), at their place: a package that nothing requires, one that several ecosystems have
/// (a Python package and an image), a version that the ecosystem does
/// not know, a pin by a commit or a hash, which no other version has, and hashes of pip without new
/// ones.
Result<PinChanges> change_pins(const ProjectPins& project, const std::vector<PinRequest>& requests);

}  // namespace tizza::release
