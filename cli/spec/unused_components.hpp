#pragma once
#include <string>

#include "base/result.hpp"
#include "spec/bundle.hpp"

namespace tizza::spec {

/// Takes out of a bundled text the components that nothing outside the components leads to, by
/// whatever chain of references, and notes their pointers. Security schemes stay where a
/// requirement names them.
Status remove_unused(const std::string& path, Bundled& bundled);

}  // namespace tizza::spec
