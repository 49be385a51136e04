#pragma once
#include "expr/scope.hpp"

namespace tizza::expr {

/// `range`, `dict`, `namespace`, `cycler`, `joiner` and `lipsum`, and of cookiecutter's
/// `random_ascii_string` and `uuid4`: what every template can call.
Names& global_functions();

}  // namespace tizza::expr
