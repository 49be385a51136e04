#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace tizza::report {

/// A form in which a report can be written; each is one file here and one row of the table.
struct Format {
  std::string_view name;                  ///< `sarif`, as `--format` takes it.
  std::vector<std::string_view> endings;  ///< Files that end so are written in it: `.sarif`.
  bool holds_errors;                      ///< Else errors are to be told beside it.
  bool needs_fingerprints;                ///< Whether it shows Diagnostic::fingerprint.
  std::string (*render)(const Report&, const RenderOptions&);
};

/// All of them, those for people first.
std::span<const Format> formats();

/// The format of this name, or nullptr.
const Format* find_format(std::string_view name);

/// The format that the ending of a file's name asks for, or nullptr.
const Format* format_of_file(std::string_view path);

}  // namespace tizza::report
