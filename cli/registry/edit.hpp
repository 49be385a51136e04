#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"

namespace tizza::registry {

/// A change of one file, computed and not yet written.
struct FileChange {
  std::string path;
  std::string before;  ///< What the file held when the change was computed.
  std::string after;
};

/// Adds an entry to the table of its kind in the root file, or in `file` (one of the registry's).
/// Every other byte stays. Errors: the name is taken (rule `duplicate-name`, with the place) or is
/// no name (rule `name`), `file` is not part of the registry.
Result<FileChange> add_item(const Registry& registry, Kind kind, const std::string& name,
                            const Value& fields, const std::string& file = {});

/// One assignment of `registry set`: `links.graphs` to a value.
struct Assignment {
  std::vector<std::string> field;  ///< Keys from the entry down; none may be empty.
  Value value;
};

/// `field=value`, the field in dotted parts and the value as YAML would read it: `tier=2` is a
/// number, `version=1.10` stays text. Where the schema declares a list, `owners=a,b` is one; where
/// it declares text, `description=[a` is text. Errors: another
/// form (rule `usage`), a field that the schema does not know (`unknown-field`).
Result<Assignment> parse_assignment(Kind kind, std::string_view text);

/// Sets fields of an entry in the file where it stands. Every other byte stays.
Result<FileChange> set_fields(const Item& item, const std::vector<Assignment>& assignments);

/// The errors that the registry would have with the change and does not have now: a change that
/// makes any is better refused.
Result<std::vector<Diagnostic>> new_errors(const FileReader& files, const Registry& registry,
                                           const FileChange& change);

/// Writes a change: takes the registry's lock (in `state_folder`, by real path), refuses where the
/// file is no longer what it was (rule `file-changed`), and replaces it in one step.
Status write_change(FileSystem& files, const std::string& state_folder, const Registry& registry,
                    const FileChange& change);

}  // namespace tizza::registry
