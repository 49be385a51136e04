#include "release/format_table.hpp"

#include <algorithm>
#include <array>

#include "release/formats/all.hpp"

namespace tizza::release {

std::span<const VersionFormat* const> version_formats() {
  static const std::array kFormats = {
      &setup_py_format(),     &setup_cfg_format(), &pyproject_format(),
      &package_json_format(), &cargo_format(),     &cmake_format(),
      &chart_format(),        &pom_format(),       &version_file_format(),
  };
  return kFormats;
}

const VersionFormat* find_format(std::string_view file) {
  const auto formats = version_formats();
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const VersionFormat* format) {
    return format->file == file;
  });
  return found == formats.end() ? nullptr : *found;
}

}  // namespace tizza::release
