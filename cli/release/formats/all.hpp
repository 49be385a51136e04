#pragma once
#include "release/version_format.hpp"

namespace tizza::release {

const VersionFormat& setup_py_format();
const VersionFormat& pyproject_format();
const VersionFormat& package_json_format();
const VersionFormat& cargo_format();
const VersionFormat& version_file_format();

}  // namespace tizza::release
