#pragma once
#include <string>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "text/document.hpp"

namespace tizza {

/// How a text is read. The limits hold for every format.
struct ReadOptions {
  bool merge_keys = false;                   ///< `<<` is merged (API files); else it is refused.
  uint32_t max_depth = 1000;                 ///< Collections within collections.
  uint64_t max_expanded_nodes = 10'000'000;  ///< Nodes counted through aliases.
};

/// Reads YAML 1.2 (libyaml). Duplicate keys, unknown aliases, tabs as indentation, a second
/// document, a key that is no scalar, invalid UTF-8, alias bombs and depth are errors of the rule
/// `syntax` (or `duplicate-key`) with their exact place. A BOM is skipped. An empty text is a null.
Result<DocumentPtr> read_yaml(SourcePtr source, const ReadOptions& options = {});

/// Reads JSON, RFC 8259 (simdjson). Same guarantees as read_yaml.
Result<DocumentPtr> read_json(SourcePtr source, const ReadOptions& options = {});

/// Reads TOML 1.0 (toml++). Numbers and dates keep their raw text.
Result<DocumentPtr> read_toml(SourcePtr source, const ReadOptions& options = {});

/// JSON where the first character that is no white space is `{` or `[` and the text parses as JSON;
/// else YAML. TOML where the path ends in `.toml`.
Result<DocumentPtr> read_document(SourcePtr source, const ReadOptions& options = {});

/// Reads the file and parses it by read_document. Errors of the file itself have rule `file`.
Result<DocumentPtr> read_document_file(const FileReader& files, const std::string& path,
                                       const ReadOptions& options = {});

}  // namespace tizza
