#include "scaffold/git_trees.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "scaffold/git_commands.hpp"
#include "scaffold/project_writer.hpp"

namespace tizza::scaffold {

const GitTreeEntry* find_entry(const TreeEntries& entries, const std::string& path) {
  const auto at = std::lower_bound(
      entries.begin(), entries.end(), path,
      [](const GitTreeEntry& entry, const std::string& key) { return entry.path < key; });
  return at != entries.end() && at->path == path ? &*at : nullptr;
}

void sort_by_path(TreeEntries& entries) {
  std::sort(entries.begin(), entries.end(),
            [](const GitTreeEntry& a, const GitTreeEntry& b) { return a.path < b.path; });
}

TreeEntries without(TreeEntries entries, std::string_view path) {
  std::erase_if(entries, [&](const GitTreeEntry& entry) { return entry.path == path; });
  return entries;
}

Result<std::string> common_git_folder(const FileReader& files, const GitRepository& repository) {
  const std::string own = repository.git_directory();
  const std::string link = join_path(own, "commondir");
  if (!files.exists(link)) return own;
  TIZZA_TRY(const std::string text, files.read_file(link));
  return normal_path(join_path(own, trim(text)));
}

Result<std::unique_ptr<FileLock>> lock_updates(FileSystem& files, const std::string& git_folder) {
  const std::string folder = join_path(git_folder, "tizza");
  TIZZA_CHECK(files.make_directories(folder));
  return files.lock(join_path(folder, "lock"), true);
}

Result<TreeWriter> TreeWriter::open(FileSystem& files, Git& git, const std::string& git_folder) {
  TIZZA_TRY(auto lock, lock_updates(files, git_folder));
  const std::string place = join_path(git_folder, "tizza/scratch");
  TIZZA_TRY(const auto leftovers, scratch_folders(files, place));
  for (const std::string& leftover : leftovers) TIZZA_CHECK(files.remove_all(leftover));
  TIZZA_TRY(std::string path, files.make_temporary_sibling(place));
  return TreeWriter(files, git, git_folder, std::move(lock), Scratch(files, std::move(path)));
}

GitRequest TreeWriter::request(const std::string& index, std::vector<std::string> arguments) const {
  GitRequest request;
  request.directory = scratch_.path();
  request.environment["GIT_INDEX_FILE"] = join_path(scratch_.path(), index);
  request.arguments = {"--git-dir=" + git_folder_};
  request.arguments.insert(request.arguments.end(), arguments.begin(), arguments.end());
  return request;
}

Result<std::string> TreeWriter::write(const TreeEntries& entries) const {
  // Index and tree are made anew, so that an index of the same name must be gone.
  TIZZA_CHECK(files_->remove_all(join_path(scratch_.path(), "entries")));
  GitRequest fill = request("entries", {"update-index", "-z", "--index-info"});
  for (const GitTreeEntry& entry : entries) {
    fill.input += fmt::format("{:o} {}\t{}", entry.mode, entry.id, entry.path) + '\0';
  }
  if (!entries.empty()) TIZZA_CHECK(git_output(*git_, fill));
  return git_word(*git_, request("entries", {"write-tree"}));
}

Result<std::string> TreeWriter::write(const Project& project) const {
  const std::string folder = join_path(scratch_.path(), "files");
  TIZZA_CHECK(files_->remove_all(folder));
  TIZZA_CHECK(files_->remove_all(join_path(scratch_.path(), "added")));
  TIZZA_CHECK(files_->make_directories(folder));
  TIZZA_CHECK(write_project(*files_, folder, project));
  GitRequest adding = request("added", {"--work-tree=" + folder, "-c", "core.fileMode=true", "-c",
                                        "core.safecrlf=false", "add", "--all", "--force", "."});
  adding.directory = folder;
  if (!project.empty()) TIZZA_CHECK(git_output(*git_, adding));
  return git_word(*git_, request("added", {"write-tree"}));
}

Result<std::string> TreeWriter::write_blob(std::string_view bytes) const {
  GitRequest hash = request("none", {"hash-object", "-w", "--stdin"});
  hash.input = bytes;
  return git_word(*git_, hash);
}

}  // namespace tizza::scaffold
