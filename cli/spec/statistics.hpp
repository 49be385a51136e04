#pragma once
#include <string>
#include <utility>
#include <vector>

#include "spec/opened.hpp"

namespace tizza::spec {

/// What is in a description, counted: names as they are shown, in the order in which they are.
struct Statistics {
  std::string path;
  std::string format;   ///< `openapi`
  std::string version;  ///< As the file says it.
  std::vector<std::pair<std::string, size_t>> counts;
};

/// Counts what a description holds, with all that it refers to; each object once.
Statistics statistics(const OpenedDescription& opened);

}  // namespace tizza::spec
