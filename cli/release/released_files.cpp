#include "release/released_files.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "release/left_overs.hpp"

namespace tizza::release {
namespace {

Error changed_since(const FileChange& file) {
  return file_failure("release-moved", file.path,
                      fmt::format("`{}` was changed since the release began", file.path),
                      "put its old content back, or see `tizza release status`");
}

}  // namespace

std::string ReleasedFiles::place(const FileChange& file) const {
  return join_path(repository_.local().work_tree(), file.path);
}

std::vector<std::string> ReleasedFiles::paths() const {
  std::vector<std::string> paths;
  for (const FileChange& file : journal_.files) paths.push_back(file.path);
  return paths;
}

bool ReleasedFiles::is_there(const FileChange& file, const std::string& content,
                             bool is_absent) const {
  const std::string path = place(file);
  if (is_absent) return !files_.exists(path);
  const auto text = files_.read_file(path);
  return text.ok() && *text == content;
}

bool ReleasedFiles::is_as_committed(const FileChange& file) const {
  const auto committed = repository_.local().read_blob("HEAD", file.path);
  return is_there(file, committed.ok() ? *committed : "", !committed.ok());
}

bool ReleasedFiles::are_changed() const {
  return std::any_of(journal_.files.begin(), journal_.files.end(), [&](const FileChange& file) {
    return !is_there(file, file.before, file.is_new) && !is_as_committed(file);
  });
}

Status ReleasedFiles::write() {
  std::vector<FileChange> missing;
  for (const FileChange& file : journal_.files) {
    if (is_there(file, file.after, file.is_removed)) continue;
    if (!is_there(file, file.before, file.is_new)) return changed_since(file);
    missing.push_back(file);
    missing.back().path = place(file);
  }
  return write_together(files_, missing);
}

Status ReleasedFiles::restore() {
  std::vector<FileChange> written;
  for (const FileChange& file : journal_.files) {
    if (is_there(file, file.before, file.is_new) || is_as_committed(file)) continue;
    if (!is_there(file, file.after, file.is_removed)) return changed_since(file);
    written.push_back(file);
    written.back().path = place(file);
  }
  return take_back(files_, written);
}

Status ReleasedFiles::sweep() {
  for (const FileChange& file : journal_.files) {
    const std::string path = place(file);
    TIZZA_CHECK(remove_left_overs(files_, parent_path(path), file_name(path)));
  }
  return {};
}

}  // namespace tizza::release
