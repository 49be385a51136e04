#pragma once
#include <memory>
#include <string>
#include <vector>

#include "schema/keyword_table.hpp"

namespace tizza::schema {

/// The `discriminator` that stands beside `oneOf` or `anyOf` in the API formats: the member that
/// tells which branch is meant. It chooses whose reasons are shown; the verdict is not its matter.
struct Discriminator {
  std::string property;
  /// What each branch is called: the last part of its reference, and its names in `mapping`.
  std::vector<std::vector<std::string>> names;

  static constexpr size_t kNoBranch = static_cast<size_t>(-1);
  size_t branch_of(std::string_view value) const;
};

/// The one that stands beside the list of branches at `place`, or nullptr.
std::unique_ptr<const Discriminator> find_discriminator(const Place& place);

}  // namespace tizza::schema
