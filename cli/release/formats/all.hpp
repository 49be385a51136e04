#pragma once
#include "release/version_format.hpp"

namespace tizza::release {

const VersionFormat& setup_py_format();
const VersionFormat& pyproject_format();
const VersionFormat& package_json_format();
const VersionFormat& cargo_format();
const VersionFormat& version_file_format();
const VersionFormat& setup_cfg_format();
const VersionFormat& cmake_format();
const VersionFormat& chart_format();
const VersionFormat& pom_format();

}  // namespace tizza::release
