#pragma once
#include <string>

#include "ports/file_system.hpp"

namespace tizza::release {

/// Whether the folder holds what Python packages are built from: pyproject.toml or setup.py.
bool is_python_project(const FileReader& files, const std::string& folder);

/// The normalised name of the Python project in the folder, from pyproject.toml, setup.cfg or
/// setup.py; empty where none of them says it in a way that can be read without running anything.
std::string python_project_name(const FileReader& files, const std::string& folder);

}  // namespace tizza::release
