#include <fmt/core.h>

#include "release/formats/all.hpp"
#include "release/formats/document_scalar.hpp"
#include "text/reader.hpp"

// pyproject.toml: `project.version` (PEP 621), or `tool.poetry.version` of projects from before.
namespace tizza::release {
namespace {

/// The item of `project.dynamic` that leaves the version to the build backend, or nothing.
Node dynamic_version(Node project) {
  for (const Node item : project["dynamic"].items()) {
    if (item.text() == "version") return item;
  }
  return {};
}

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const DocumentPtr document, read_toml(source));
  const Node project = document->root()["project"];
  const Node standard = project["version"];
  const Node poetry = document->root()["tool"]["poetry"]["version"];
  if (standard && poetry && standard.text() != poetry.text()) {
    return version_ambiguous(poetry.location(),
                             fmt::format("`{}` states the versions `{}` and `{}`", source->path(),
                                         standard.text(), poetry.text()),
                             standard.location(), "keep the one below `[project]`");
  }
  if (standard) return version_of_scalar(standard);
  if (poetry) return version_of_scalar(poetry);
  if (const Node item = dynamic_version(project)) {
    return version_absent(item.location(),
                          fmt::format("`{}` leaves the version to the build", source->path()),
                          "write `version = \"1.4.0\"` below `[project]` and take `version` out of "
                          "`dynamic`");
  }
  return version_absent({source, {}}, fmt::format("`{}` states no version", source->path()),
                        "write `version = \"1.4.0\"` below `[project]`");
}

}  // namespace

const VersionFormat& pyproject_format() {
  static const VersionFormat kFormat{"pyproject.toml", VersionScheme::kPep440, find};
  return kFormat;
}

}  // namespace tizza::release
