#include <fmt/core.h>

#include "release/formats/all.hpp"
#include "release/formats/document_scalar.hpp"
#include "text/reader.hpp"

// package.json: the member `version` of the top level; dependencies have versions of their own.
namespace tizza::release {
namespace {

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const DocumentPtr document, read_json(source));
  if (const Node version = document->root()["version"]) return version_of_scalar(version);
  return version_absent({source, {}}, fmt::format("`{}` states no version", source->path()),
                        "write `\"version\": \"1.4.0\"` at the top level");
}

}  // namespace

const VersionFormat& package_json_format() {
  static const VersionFormat kFormat{"package.json", VersionScheme::kSemVer, find};
  return kFormat;
}

}  // namespace tizza::release
