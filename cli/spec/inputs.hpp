#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "ports/file_system.hpp"
#include "spec/ruleset.hpp"

namespace tizza::spec {

/// One file to look at.
struct Input {
  std::string path;
  /// Somebody named it: it has to be an API description. One that was only found in a folder may be
  /// anything.
  bool is_named = true;
  /// The rules for it, where they are not those of the call.
  const Ruleset* rules = nullptr;
  /// What the registry says of it, where it was asked.
  const Registration* registration = nullptr;
};

struct Inputs {
  std::vector<Input> files;        ///< In the order of the arguments, each once.
  std::vector<Diagnostic> errors;  ///< Arguments that lead to nothing.
  /// What is wrong with the list itself, such as an entry of a registry: part of the report.
  std::vector<Diagnostic> findings;
};

/// Turns arguments into files: a file, a folder (every .yaml, .yml and .json file below it, without
/// hidden folders and node_modules), or a glob pattern.
Inputs find_inputs(const FileReader& files, const std::vector<std::string>& arguments);

}  // namespace tizza::spec
