#include <optional>
#include <set>

#include "base/paths.hpp"
#include "registry/checks.hpp"
#include "registry/edit.hpp"
#include "registry/load.hpp"

namespace tizza::registry {
namespace {

/// A disk on which one file already holds what a change would put there.
class ChangedFiles final : public FileReader {
 public:
  ChangedFiles(const FileReader& files, const FileChange& change)
      : files_(files), change_(change), path_(normal_path(change.path)) {}

  Result<std::string> read_file(const std::string& path) const override {
    if (normal_path(path) == path_) return change_.after;
    return files_.read_file(path);
  }
  std::optional<FileInfo> info(const std::string& path, bool follow) const override {
    return files_.info(path, follow);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    return files_.list(path);
  }
  Result<std::string> real_path(const std::string& path) const override {
    return files_.real_path(path);
  }
  Result<std::string> read_link(const std::string& path) const override {
    return files_.read_link(path);
  }

 private:
  const FileReader& files_;
  const FileChange& change_;
  std::string path_;
};

/// Every error of a registry, schema and references included.
Result<std::vector<Diagnostic>> errors_of(const FileReader& files, const std::string& path) {
  Findings findings;
  TIZZA_TRY(const Registry registry, load(files, path, findings));
  check(registry, findings);
  std::vector<Diagnostic> errors = findings.take();
  std::erase_if(errors, [](const Diagnostic& d) { return d.severity != Severity::kError; });
  return errors;
}

}  // namespace

Result<std::vector<Diagnostic>> new_errors(const FileReader& files, const Registry& registry,
                                           const FileChange& change) {
  TIZZA_TRY(const auto before, errors_of(files, registry.path()));
  TIZZA_TRY(auto after, errors_of(ChangedFiles(files, change), registry.path()));
  std::multiset<std::string> known;
  for (const Diagnostic& error : before) known.insert(error.rule + '\n' + error.message);
  std::erase_if(after, [&](const Diagnostic& error) {
    const auto found = known.find(error.rule + '\n' + error.message);
    if (found == known.end()) return false;
    known.erase(found);
    return true;
  });
  return after;
}

}  // namespace tizza::registry
