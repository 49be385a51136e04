#include <fmt/core.h>

#include "release/formats/all.hpp"
#include "release/formats/document_scalar.hpp"
#include "text/reader.hpp"

// Chart.yaml of Helm: `version` of the chart; `appVersion` and `dependencies` have their own.
namespace tizza::release {
namespace {

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const DocumentPtr document, read_yaml(source));
  if (const Node version = document->root()["version"]) return version_of_scalar(version);
  return version_absent({source, {}}, fmt::format("`{}` states no version", source->path()),
                        "write `version: 1.4.0` at the top level");
}

}  // namespace

const VersionFormat& chart_format() {
  static const VersionFormat kFormat{"Chart.yaml", VersionScheme::kSemVer, find};
  return kFormat;
}

}  // namespace tizza::release
