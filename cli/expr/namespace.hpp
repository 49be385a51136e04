#pragma once
#include <string_view>

#include "expr/heap.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

/// What `namespace()` makes: attributes that inner scopes can set.
Object make_namespace(Heap& heap, Dict* attributes);

/// False where `owner` is no namespace.
bool set_in_namespace(const Object& owner, std::string_view name, const Object& value);

}  // namespace tizza::expr
