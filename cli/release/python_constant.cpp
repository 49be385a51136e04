#include "release/python_constant.hpp"

#include <fmt/core.h>

#include <array>

namespace tizza::release {
namespace {

constexpr std::array<std::string_view, 2> kConstants = {"VERSION", "__version__"};

}  // namespace

std::optional<Result<FoundVersion>> version_constant(const PythonModule& module) {
  std::optional<Result<FoundVersion>> found;
  for (const auto name : kConstants) {
    if (!module.binds(name)) continue;
    auto constant = module.constant(name);
    if (!constant.ok()) return constant;
    if (!found) {
      found = std::move(constant);
    } else if ((*found)->text != constant->text) {
      return version_ambiguous(constant->at,
                               fmt::format("`{}` states the versions `{}` and `{}`",
                                           module.source()->path(), (*found)->text, constant->text),
                               (*found)->at, "keep one of them");
    }
  }
  return found;
}

Result<FoundVersion> find_python_constant(const SourcePtr& source, std::string_view name) {
  TIZZA_TRY(const PythonModule module, PythonModule::read(source));
  if (!name.empty() && module.binds(name)) return module.constant(name);
  if (name.empty()) {
    if (auto constant = version_constant(module)) return *std::move(constant);
    name = kConstants[1];
  }
  return version_absent({source, {}}, fmt::format("`{}` does not set `{}`", source->path(), name),
                        fmt::format("write `{} = \"1.4.0\"`", name));
}

}  // namespace tizza::release
