#pragma once
#include <string>
#include <string_view>
#include <vector>

/// JSON Pointer, RFC 6901.
namespace tizza {

/// One reference token with `~` and `/` escaped.
std::string escape_pointer_token(std::string_view token);

/// The tokens of a pointer with escapes taken away. An empty pointer has none. What stands before
/// the first `/` is dropped, so that `#/a` may be handed over as it is.
std::vector<std::string> pointer_tokens(std::string_view pointer);

}  // namespace tizza
