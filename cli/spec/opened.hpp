#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "spec/description.hpp"
#include "spec/document_store.hpp"

namespace tizza::spec {

/// A description that was read to be worked with, not to be judged.
struct OpenedDescription {
  std::string path;
  ApiDescription api;
  std::vector<Diagnostic> broken_refs;  ///< References that lead nowhere or to the wrong thing.
};

/// Reads the description at a path and follows its references. An error where it cannot be read, is
/// no description or of an unknown version. What it holds lives as long as the store.
Result<OpenedDescription> open_description(const std::string& path, DocumentStore& store);

}  // namespace tizza::spec
