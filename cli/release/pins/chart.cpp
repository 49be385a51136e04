#include <fmt/core.h>

#include "base/semver.hpp"
#include "release/formats/document_scalar.hpp"
#include "release/pins/lock_file.hpp"
#include "release/pins/pin_format.hpp"
#include "text/reader.hpp"

// Chart.yaml of Helm: the versions of its `dependencies`.
namespace tizza::release {
namespace {

Pin read_dependency(const SourcePtr& source, Node item, Span span) {
  Pin pin;
  pin.ecosystem = Ecosystem::kHelm;
  pin.name = item["name"].text();
  pin.address = item["repository"].text();
  pin.pin = source->slice(span);
  pin.pin_at = {source, span};
  pin.at = item["version"].location();
  if (pin.address.starts_with("file:")) {
    pin.kind = PinKind::kLocal;
    return pin;
  }
  auto version = source->slice(span);
  if (version.starts_with('v')) version.remove_prefix(1);
  if (parse_semver(version).ok()) {
    pin.kind = PinKind::kVersion;
    pin.lead = version.size() < pin.pin.size() ? "v" : "";
  }
  return pin;
}

Status read(const SourcePtr& source, const FileReader& files, PinSink& sink) {
  TIZZA_TRY(const DocumentPtr document, read_yaml(source));
  TIZZA_TRY(const auto lock, LockFile::beside(files, source->path(), {"Chart.lock"}));
  for (const Node item : document->root()["dependencies"].items()) {
    const Node version = item["version"];
    const auto span = version.is_string() ? verbatim_span(version) : std::nullopt;
    if (!span) {
      sink.add_finding(
          unreadable_pin(version ? version.location() : item.location(),
                         fmt::format("the version of `{}` is no plain text", item["name"].text())));
      continue;
    }
    Pin pin = read_dependency(source, item, *span);
    const auto locked = lock ? lock->version_of(pin.name) : std::nullopt;
    if (pin.kind == PinKind::kUnpinned && locked) {
      pin.kind = PinKind::kLocked;
      pin.pin = *locked;
    }
    sink.add(std::move(pin));
  }
  return {};
}

bool matches(std::string_view path) {
  return path == "Chart.yaml";
}

}  // namespace

const PinFormat& chart_pins() {
  static constexpr PinFormat kFormat{"Chart.yaml", matches, read};
  return kFormat;
}

}  // namespace tizza::release
