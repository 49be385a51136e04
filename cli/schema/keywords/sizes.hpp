#pragma once
#include <string_view>

#include "schema/keywords/keywords.hpp"

namespace tizza::schema {

/// A limit on the size of a string, a list or a mapping.
struct SizeRule {
  /// The size of the instance, or none where the keyword does not concern it.
  std::optional<size_t> (*measure)(const Run&, Node instance);
  std::string_view singular;  ///< What is counted: `character`.
  std::string_view plural;
  bool is_minimum;
};

KeywordPtr compile_size(Compiler& compiler, const Place& place, const SizeRule& rule);

}  // namespace tizza::schema
