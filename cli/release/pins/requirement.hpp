#pragma once
#include "release/pins/pin.hpp"

namespace tizza::release {

/// Reads one requirement of Python (PEP 508, or a URL or path as pip takes it) that stands at
/// `span` of the source, comments and options taken away. The error (rule `requirement`) is a clear
/// no and stands at the characters that cannot be read.
Result<Pin> read_requirement(const SourcePtr& source, Span span);

}  // namespace tizza::release
