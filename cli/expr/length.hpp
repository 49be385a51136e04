#pragma once
#include "expr/object.hpp"

namespace tizza::expr {

/// Python's len(), as an int.
Object length_of(const Object& object);

}  // namespace tizza::expr
