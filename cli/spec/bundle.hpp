#pragma once
#include <string>
#include <vector>

#include "spec/opened.hpp"

namespace tizza::spec {

struct BundleOptions {
  bool dereference = false;        ///< Put what references name in their place.
  bool remove_unused = false;      ///< Leave out components that nothing leads to.
  bool as_json = false;            ///< The form of the result.
  size_t most_values = 5'000'000;  ///< As many values it may hold, lists and mappings included.
};

/// One file that needs no other.
struct Bundled {
  std::string text;
  std::vector<std::string> added;    ///< Pointers of the components that came from other files.
  std::vector<std::string> removed;  ///< Pointers of those that nothing led to.
  std::vector<std::string> circles;  ///< References that had to stay: they lead back to themselves.
};

/// Joins a description with everything that it refers to in other files. The text of the
/// description stays as it is, comments and order included, but for the references that change;
/// where the form changes or references are replaced it is written anew. Path items and what else
/// has no section of its own are put in place; all else becomes a component. URLs that were not
/// followed stay. An error where a reference leads nowhere, or the result would be too large.
Result<Bundled> bundle(const OpenedDescription& opened, const BundleOptions& options);

}  // namespace tizza::spec
