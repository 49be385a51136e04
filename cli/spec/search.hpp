#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "spec/opened.hpp"

namespace tizza::spec {

/// One thing of a description that a query names.
struct SearchHit {
  std::string kind;     ///< `operation`, `schema`, `property`, `channel`, `message`, `parameter`.
  std::string name;     ///< `GET /pizza/{id}`, `Pizza`, `Pizza.size`.
  std::string summary;  ///< What the description says of it in one line; may be empty.
  Location at;
  std::string pointer;
  /// The operations, channels and messages that carry it, for schemas and properties.
  std::vector<std::string> carriers;
  int distance = 0;  ///< 0 for the very name, 1 for a start of it, 2 for a part, 3 for other text.
};

/// Everything in a description whose name, id, summary or description holds all words of the query,
/// in any case of letters: the closest names first, then the order of the text.
std::vector<SearchHit> search(const OpenedDescription& opened, const std::string& query);

}  // namespace tizza::spec
