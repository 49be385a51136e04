#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace tizza {

/// Ends the program where @p holds is false, and says which line asked.
inline void require(bool holds, std::source_location line = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "%s:%u does not hold\n", line.file_name(), unsigned{line.line()});
  std::abort();
}

}  // namespace tizza
