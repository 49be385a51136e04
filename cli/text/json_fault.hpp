#pragma once
#include <optional>
#include <string>

#include "base/source.hpp"

namespace tizza {

/// Why a text is not JSON, at the exact place.
struct JsonFault {
  Span at;
  std::string message;
  std::string help;
  std::optional<Span> opened;  ///< The bracket that is not closed.
};

/// The first place from `start` on where the text leaves the grammar of RFC 8259 or goes deeper
/// than `max_depth` brackets, or none. For people who look for their mistake: the fast reader only
/// says that there is one.
std::optional<JsonFault> find_json_fault(std::string_view text, uint32_t start, uint32_t max_depth);

}  // namespace tizza
