#include <fmt/core.h>

#include "release/formats/all.hpp"
#include "release/formats/document_scalar.hpp"
#include "text/reader.hpp"

// Cargo.toml: `package.version`, or `workspace.package.version` which the members inherit.
namespace tizza::release {
namespace {

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const DocumentPtr document, read_toml(source));
  const Node own = document->root()["package"]["version"];
  const Node shared = document->root()["workspace"]["package"]["version"];
  if (own.is_scalar()) return version_of_scalar(own);
  if (shared) return version_of_scalar(shared);
  if (own["workspace"]) {
    return version_absent(own.location(), fmt::format("`{}` inherits its version", source->path()),
                          "run the command in the folder of the workspace");
  }
  return version_absent({source, {}}, fmt::format("`{}` states no version", source->path()),
                        "write `version = \"1.4.0\"` below `[package]`");
}

}  // namespace

const VersionFormat& cargo_format() {
  static const VersionFormat kFormat{"Cargo.toml", VersionScheme::kSemVer, find};
  return kFormat;
}

}  // namespace tizza::release
