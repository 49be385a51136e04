#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pep440.hpp"
#include "ports/archives.hpp"
#include "ports/file_system.hpp"

/// Built Python packages: wheels and source distributions.
namespace tizza::release {

enum class ArtefactKind : uint8_t { kWheel, kSource };

/// What the name of a file says: `auth_client-1.4.0-py3-none-any.whl`, `auth_client-1.4.0.tar.gz`.
struct ArtefactName {
  ArtefactKind kind = ArtefactKind::kWheel;
  std::string project;    ///< Normalised.
  Pep440Version version;  ///< What stands in the name.
};

/// None for a file that is no wheel and no source distribution by its name.
std::optional<ArtefactName> read_artefact_name(std::string_view file);

/// A built package with everything that an index says of it.
struct Artefact {
  std::string file;  ///< Its name, without folders.
  ArtefactName name;
  std::string version;  ///< As its metadata spells it.
  std::string bytes;
  std::string sha256;
  std::string requires_python;
  std::string metadata;  ///< METADATA of a wheel; empty for a source distribution.
};

/// Takes a built package apart. Errors: a name that is none (rule `artefact`), a broken archive,
/// and metadata that is missing, broken or of another project or version than the name says.
Result<Artefact> read_artefact(const Archives& archives, const std::string& path,
                               std::string bytes);

/// Reads the built packages among these files.
Result<std::vector<Artefact>> read_artefacts(const Archives& archives, const FileReader& files,
                                             const std::vector<std::string>& paths);

/// The built packages in a folder that are of this version, sorted by name; of any project where
/// `project` is empty. None where there is no such folder.
Result<std::vector<std::string>> find_artefacts(const FileReader& files, const std::string& folder,
                                                const std::string& project,
                                                const Pep440Version& version);

}  // namespace tizza::release
