#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "report/report.hpp"
#include "spec/finding.hpp"
#include "spec/inputs.hpp"
#include "spec/remote_files.hpp"
#include "spec/ruleset.hpp"

namespace tizza::spec {

struct ValidateOptions {
  size_t most_findings = 10'000;  ///< How many are kept; all are counted. 0: all are kept.
  unsigned threads = 0;           ///< 0: one a core.
  bool fingerprints = false;      ///< Whether findings get theirs.
  /// How fingerprints call a file; as it is shown where this is empty.
  std::function<std::string(const std::string&)> file_name = {};
  RemoteFiles* remote = nullptr;  ///< Follows references to URLs; none: they are not followed.
};

/// A text that stands in the place of a file.
struct TextInput {
  std::string path;
  std::string text;
};

/// Checks API descriptions and everything that they refer to. The findings are in the order of the
/// inputs and of their text; findings in referenced files come behind. What it gives depends on
/// neither the number of threads nor the order in which they run. Inputs that cannot be read, that
/// are no API description or of an unknown version become `errors` of the report.
report::Report validate(const Inputs& inputs, const std::optional<TextInput>& text,
                        const FileReader& files, const Ruleset& rules,
                        const ValidateOptions& options = {});

/// Every rule that is on for any of the inputs; `otherwise` holds for those without rules of their
/// own.
Ruleset rules_of(const Inputs& inputs, const Ruleset& otherwise = recommended_rules());

/// Leaves the most severe findings, of those of one severity the first, and counts the others as
/// hidden. 0 leaves all.
void limit_findings(report::Report& report, size_t most);

}  // namespace tizza::spec
