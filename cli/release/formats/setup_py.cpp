#include <fmt/core.h>

#include <optional>

#include "release/formats/all.hpp"
#include "release/python_constant.hpp"

// setup.py of a Python package: `setup(version=…)` decides, followed through constants of the file.
// Where setup() gets no version (`setup(**metadata)`), the constant itself counts.
namespace tizza::release {
namespace {

bool is_packaging_module(std::string_view name) {
  return name == "setuptools" || name == "core";
}

std::optional<Result<FoundVersion>> from_call(const PythonModule& module) {
  std::vector<PythonModule::Tokens> expressions;
  for (const auto& call : module.calls("setup", "version", is_packaging_module)) {
    expressions.insert(expressions.end(), call.arguments.begin(), call.arguments.end());
  }
  if (expressions.empty()) return std::nullopt;
  const SourcePtr& source = module.source();
  if (expressions.size() > 1) {
    return version_ambiguous({source, expressions[1].front().span},
                             fmt::format("`{}` gives setup() a version twice", source->path()),
                             {source, expressions[0].front().span}, "keep one of them");
  }
  return module.evaluate(expressions[0]);
}

/// A constant that says something else than setup() misleads whoever reads the file.
std::optional<Error> contradiction(const PythonModule& module, const FoundVersion& found) {
  const auto constant = module.constant("VERSION");
  if (!constant.ok() || constant->text == found.text) return std::nullopt;
  return version_ambiguous(found.at,
                           fmt::format("`{}` gives setup() the version `{}`, but `VERSION` is `{}`",
                                       module.source()->path(), found.text, constant->text),
                           constant->at, "write `setup(version=VERSION)`");
}

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const PythonModule module, PythonModule::read(source));
  if (auto called = from_call(module)) {
    if (!called->ok()) return *std::move(called);
    if (auto error = contradiction(module, **called)) return *std::move(error);
    return *std::move(called);
  }
  if (auto constant = version_constant(module)) return *std::move(constant);
  return version_absent({source, {}}, fmt::format("`{}` states no version", source->path()),
                        "write `VERSION = \"1.4.0\"` and `setup(version=VERSION)`");
}

}  // namespace

const VersionFormat& setup_py_format() {
  static const VersionFormat kFormat{"setup.py", VersionScheme::kPep440, find};
  return kFormat;
}

}  // namespace tizza::release
