#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

/// What a Python distribution says of itself (core metadata: METADATA of a wheel, PKG-INFO of a
/// source distribution).
namespace tizza::release {

struct CoreMetadata {
  std::string name;
  std::string version;
  std::string requires_python;  ///< `>=3.8`; empty where it says nothing.
  Location name_at;             ///< The characters of the name.
  Location version_at;
};

/// The name of a project as indexes spell it (PEP 503): lower case, runs of `-`, `_`, `.` one `-`.
std::string normalised_project(std::string_view name);

/// Reads the header fields. Errors (rule `metadata`, a clear no): no or two names or versions, a
/// line that is no field, a version that PEP 440 does not know.
Result<CoreMetadata> read_core_metadata(const SourcePtr& source);

}  // namespace tizza::release
