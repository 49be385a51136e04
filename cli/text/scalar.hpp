#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/document.hpp"

namespace tizza {

/// The type of a plain scalar by the core schema of YAML 1.2.2, chapter 10.3.2.
ScalarType plain_scalar_type(std::string_view text);

/// Decimal, `0o` octal or `0x` hexadecimal with an optional sign; none where it does not fit.
std::optional<int64_t> parse_core_int(std::string_view text);

/// A float or an integer, `.inf`, `-.inf` and `.nan` included.
std::optional<double> parse_core_double(std::string_view text);

/// Whether a string written plain would be read back as the same string in a block mapping: what
/// YAML writers use to decide about quotes.
bool is_safe_plain(std::string_view text);

}  // namespace tizza
