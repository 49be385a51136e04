#include <fmt/core.h>

#include "base/strings.hpp"
#include "release/formats/all.hpp"
#include "text/xml_reader.hpp"

// pom.xml of Maven: `project/version`; the parent, dependencies and plugins have their own.
namespace tizza::release {
namespace {

/// The characters of an element's text without blanks round them.
Location text_of(const SourcePtr& source, const XmlElement& element) {
  const auto text = trim(source->slice(element.content));
  if (text.empty()) return {source, element.content};
  const auto begin = static_cast<uint32_t>(text.data() - source->text().data());
  return {source, {begin, begin + static_cast<uint32_t>(text.size())}};
}

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const auto elements, read_xml(source));
  const XmlElement* own = nullptr;
  const XmlElement* parent = nullptr;
  for (const XmlElement& element : elements) {
    if (element.path == "project/parent/version") parent = &element;
    if (element.path != "project/version") continue;
    if (own != nullptr) {
      return version_ambiguous(text_of(source, element),
                               fmt::format("`{}` states the version twice", source->path()),
                               text_of(source, *own), "keep one of them");
    }
    own = &element;
  }
  if (own == nullptr) {
    const Location at = parent != nullptr ? text_of(source, *parent) : Location{source, {}};
    return version_absent(
        at,
        fmt::format("`{}` {}", source->path(),
                    parent != nullptr ? "takes the version of its parent" : "states no version"),
        "write `<version>1.4.0</version>` below `<project>`");
  }
  const Location at = text_of(source, *own);
  const auto text = source->slice(at.span);
  if (text.find_first_of("<&$") != std::string_view::npos || text.empty()) {
    return version_absent(at, fmt::format("the version in `{}` is no plain text", source->path()),
                          "write the version itself, such as `<version>1.4.0</version>`");
  }
  return FoundVersion{std::string(text), at};
}

}  // namespace

const VersionFormat& pom_format() {
  static const VersionFormat kFormat{"pom.xml", VersionScheme::kEither, find};
  return kFormat;
}

}  // namespace tizza::release
