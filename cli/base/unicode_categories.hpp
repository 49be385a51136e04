#pragma once
#include <string_view>

namespace tizza {

/// The short name of a general category of Unicode, the only one that PCRE2 knows: `Lu` for
/// `Uppercase_Letter`; `name` itself where it is no long name.
std::string_view short_category_name(std::string_view name);

}  // namespace tizza
