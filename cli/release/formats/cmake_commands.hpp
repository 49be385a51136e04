#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza::release {

struct CMakeArgument {
  std::string_view text;  ///< Without quotes or brackets; escapes and `${…}` as they stand.
  Span content;           ///< The same in the source.
};

/// One `name(arguments)`.
struct CMakeCommand {
  std::string_view name;
  std::vector<CMakeArgument> arguments;
};

/// The commands of a CMake file (cmake-language(7)) with comments of both kinds taken away.
/// Parentheses within arguments are left out. Open quotes, brackets and parentheses are errors of
/// the rule `syntax`. Everything looks into `source`.
Result<std::vector<CMakeCommand>> read_cmake_commands(const SourcePtr& source);

}  // namespace tizza::release
