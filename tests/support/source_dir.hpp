#pragma once
#include <string>

namespace tizza::testing {

/// The root of the project's sources.
std::string source_dir();

/// Where the public conformance cases are; may be absent.
std::string corpus_dir();

}  // namespace tizza::testing
