#include "release/formats/named.hpp"

#include <fmt/core.h>

#include <array>

#include "release/formats/document_scalar.hpp"
#include "release/python_constant.hpp"
#include "text/reader.hpp"

namespace tizza::release {
namespace {

bool is_python(std::string_view file) {
  return file.ends_with(".py");
}

bool is_tree(std::string_view file) {
  return file.ends_with(".yaml") || file.ends_with(".yml") || file.ends_with(".json");
}

/// `info.version` of a Swagger, OpenAPI or AsyncAPI file; its examples have their own numbers.
Result<FoundVersion> find_in_description(const SourcePtr& source, std::string_view) {
  ReadOptions options;
  options.merge_keys = true;
  TIZZA_TRY(const DocumentPtr document, read_document(source, options));
  const Node root = document->root();
  if (!root["swagger"] && !root["openapi"] && !root["asyncapi"]) {
    return version_absent({source, {}}, fmt::format("`{}` is no API description", source->path()),
                          "name a file with `swagger`, `openapi` or `asyncapi` at its top");
  }
  if (const Node version = root["info"]["version"]) return version_of_scalar(version);
  const Node info = root["info"];
  return version_absent(info ? info.location() : Location{source, {}},
                        fmt::format("`{}` states no version", source->path()),
                        "write `version: \"1.4.0\"` below `info`");
}

}  // namespace

const NamedVersionFormat& python_constant_format() {
  static const NamedVersionFormat kFormat{"Python file", is_python, VersionScheme::kPep440,
                                          find_python_constant};
  return kFormat;
}

const NamedVersionFormat& api_description_format() {
  static const NamedVersionFormat kFormat{"API description", is_tree, VersionScheme::kEither,
                                          find_in_description};
  return kFormat;
}

std::span<const NamedVersionFormat* const> named_version_formats() {
  static const std::array kFormats = {&python_constant_format(), &dockerfile_format(),
                                      &api_description_format()};
  return kFormats;
}

}  // namespace tizza::release
