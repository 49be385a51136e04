#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/strings.hpp"
#include "ports/file_system.hpp"
#include "spec/project_bounds.hpp"
#include "spec/remote_files.hpp"
#include "text/document.hpp"

namespace tizza::spec {

/// The documents of one call: each file is read once, however many descriptions refer to it.
/// Threads may share a store; what it gives does not depend on who asks first.
class DocumentStore {
 public:
  /// `remote` reads URLs; without it they are not followed.
  explicit DocumentStore(const FileReader& files, RemoteFiles* remote = nullptr)
      : files_(files), bounds_(files), remote_(remote) {}

  bool follows_urls() const { return remote_ != nullptr; }

  /// The document at a normal path or, where those are followed, at a URL; or why there is none.
  /// Only regular files are read unless `any_file` is set, so that a reference to a pipe or a
  /// device does not wait for it.
  const Result<DocumentPtr>& load(const std::string& path, bool any_file = false);

  /// Puts a text, such as standard input, in the place of a file.
  const Result<DocumentPtr>& put(const std::string& path, std::string text);

  /// Everything that was asked for so far, sorted.
  std::vector<std::string> paths();

  bool exists(const std::string& path) const { return files_.exists(path); }

  /// What is there under a path that differs from this one in upper and lower case alone.
  std::optional<std::string> in_other_case(const std::string& path);

  /// Whether the text of `path` is none that a check of `description` may show.
  bool is_foreign(const std::string& description, const std::string& path) {
    return path != description && bounds_.leave_out(description, path);
  }

 private:
  struct Entry {
    std::once_flag once;
    std::optional<Result<DocumentPtr>> document;
  };

  Entry& entry(const std::string& path);
  /// What a folder holds, by its name in lower case.
  const StringMap<std::string>& names_in(const std::string& folder);

  const FileReader& files_;
  ProjectBounds bounds_;
  RemoteFiles* remote_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Entry>> entries_;
  StringMap<StringMap<std::string>> folders_;
};

}  // namespace tizza::spec
