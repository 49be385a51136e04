#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"

namespace tizza::playbook {

enum class Origin : uint8_t {
  kBuiltIn,
  kRegistry,    ///< Named under `playbooks:`.
  kRepository,  ///< In `playbooks/` of the working directory.
  kFile,        ///< Given by path.
};

/// `built-in`, `registry`, `repository` or `file`.
std::string_view to_string(Origin origin);

/// A playbook that can be had: read, not yet parsed.
struct LibraryEntry {
  std::string name;  ///< The registry's name, the file's name without its ending, or the path.
  Origin origin = Origin::kBuiltIn;
  std::string path;  ///< As it is shown; `built-in/<name>` for those that tizza carries.
  SourcePtr source;

  /// Whether it runs without having been approved.
  bool is_trusted() const { return origin == Origin::kBuiltIn; }
};

/// A file that should hold a playbook and cannot be read. It keeps no other playbook from being
/// used.
struct UnreadablePlaybook {
  std::string name;
  std::string path;
  Error error;
};

struct Library {
  std::vector<LibraryEntry> entries;
  std::vector<UnreadablePlaybook> unreadable;

  /// What cannot be read, as warnings.
  std::vector<Diagnostic> warnings() const;
};

/// All of them, by name. `registry` may be null.
Library list_playbooks(const FileReader& files, const registry::Registry* registry);

/// The one that `wanted` names: a name, `built-in/<name>`, or the path of a file. An error (rule
/// `playbook`) with near names where there is none, and where several have the name: then the
/// origin must be given. Where its file cannot be read, the error is that.
Result<LibraryEntry> find_playbook(const FileReader& files, const registry::Registry* registry,
                                   const std::string& wanted);

}  // namespace tizza::playbook
