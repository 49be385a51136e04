#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "release/formats/all.hpp"
#include "release/formats/cmake_commands.hpp"

// CMakeLists.txt: the argument behind VERSION of project(); find_package() and
// cmake_minimum_required() have their own.
namespace tizza::release {
namespace {

/// The argument behind the keyword `VERSION`, or nullptr.
const CMakeArgument* version_argument(const CMakeCommand& command) {
  const auto& arguments = command.arguments;
  if (arguments.empty()) return nullptr;
  // The first argument is the project's name, whatever it says.
  const auto keyword =
      std::find_if(arguments.begin() + 1, arguments.end(),
                   [](const CMakeArgument& argument) { return argument.text == "VERSION"; });
  if (arguments.end() - keyword < 2) return nullptr;
  return &*(keyword + 1);
}

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const auto commands, read_cmake_commands(source));
  const CMakeArgument* found = nullptr;
  for (const CMakeCommand& command : commands) {
    if (to_lower(command.name) != "project") continue;
    const CMakeArgument* version = version_argument(command);
    if (version == nullptr) continue;
    if (found != nullptr) {
      return version_ambiguous({source, version->content},
                               fmt::format("`{}` states the version twice", source->path()),
                               {source, found->content}, "keep one of them");
    }
    found = version;
  }
  if (found == nullptr) {
    return version_absent({source, {}}, fmt::format("`{}` states no version", source->path()),
                          "write `project(NAME VERSION 1.4.0)`");
  }
  const bool is_plain = found->text.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!is_plain || found->text.empty()) {
    return version_absent({source, found->content},
                          fmt::format("`{}` computes its version", source->path()),
                          "write the numbers themselves, such as `VERSION 1.4.0`");
  }
  return FoundVersion{std::string(found->text), {source, found->content}};
}

}  // namespace

const VersionFormat& cmake_format() {
  static const VersionFormat kFormat{"CMakeLists.txt", VersionScheme::kNumbers, find};
  return kFormat;
}

}  // namespace tizza::release
