#pragma once
#include <string_view>

#include "spec/description.hpp"

namespace tizza::spec {

/// The value of a field of an operation or message once its traits are merged into it: that of the
/// last trait which has the field (JSON Merge Patch), else its own, else nothing.
Node effective(const ApiDescription& api, Node holder, std::string_view field);

}  // namespace tizza::spec
