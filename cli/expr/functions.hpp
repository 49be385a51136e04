#pragma once
#include "expr/scope.hpp"

namespace tizza::expr {

/// `range`, `dict`, `namespace`, `cycler`, `joiner` and `lipsum`: what every template can call.
Names& global_functions();

}  // namespace tizza::expr
