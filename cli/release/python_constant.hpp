#pragma once
#include <optional>
#include <string_view>

#include "release/python_module.hpp"

namespace tizza::release {

/// The version that a module's constants `VERSION` and `__version__` state; none where it binds
/// neither. An error where they disagree or one is no plain string.
std::optional<Result<FoundVersion>> version_constant(const PythonModule& module);

/// The text of the constant `name` of a Python file, or of the usual ones where `name` is empty.
Result<FoundVersion> find_python_constant(const SourcePtr& source, std::string_view name);

}  // namespace tizza::release
