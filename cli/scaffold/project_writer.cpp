#include "scaffold/project_writer.hpp"

#include <algorithm>
#include <set>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "scaffold/git_commands.hpp"

namespace tizza::scaffold {
namespace {

constexpr const char* kFirstBranch = "main";

Result<bool> is_same(const FileReader& files, const std::string& path, const TemplateFile& file) {
  const auto info = files.info(path, false);
  if (!info) return false;
  if (file.is_symlink) {
    if (info->type != FileType::kSymlink) return false;
    TIZZA_TRY(const std::string target, files.read_link(path));
    return target == file.bytes;
  }
  if (info->type != FileType::kRegular || info->size != file.bytes.size()) return false;
  TIZZA_TRY(const std::string content, files.read_file(path));
  return content == file.bytes;
}

}  // namespace

Result<DestinationState> look_at(const FileReader& files, const std::string& destination,
                                 const Project& project) {
  const auto info = files.info(destination);
  if (!info) return DestinationState{};
  if (info->type != FileType::kDirectory) return DestinationState{Destination::kOther, destination};
  TIZZA_TRY(const auto entries, files.list(destination));
  if (entries.empty()) return DestinationState{};
  std::string absent;
  std::set<std::string> own;  // the first parts of all paths
  for (const TemplateFile& file : project) {
    own.insert(file.path.substr(0, file.path.find('/')));
    const std::string path = join_path(destination, file.path);
    if (!files.info(path, false)) {
      if (absent.empty()) absent = file.path;
      continue;
    }
    TIZZA_TRY(const bool same, is_same(files, path, file));
    if (!same) return DestinationState{Destination::kOther, file.path};
  }
  if (absent.empty()) return DestinationState{Destination::kSame, {}};
  for (const auto& entry : entries) {
    if (!own.contains(entry.name)) return DestinationState{Destination::kOther, entry.name};
  }
  return DestinationState{Destination::kOther, absent, true};
}

Error refused_destination(const std::string& destination, const DestinationState& state) {
  const std::string what = state.is_absent
                               ? ", but `" + state.differing + "` of the project is missing there"
                               : ", and `" + state.differing + "` is not what the template makes";
  return file_failure("destination", destination, "`" + destination + "` is there already" + what,
                      "choose another destination, or move that one away");
}

Status write_project(FileSystem& files, const std::string& folder, const Project& project) {
  std::set<std::string> made;
  for (const TemplateFile& file : project) {
    const std::string path = join_path(folder, file.path);
    const std::string parent = parent_path(path);
    if (made.insert(parent).second) TIZZA_CHECK(files.make_directories(parent));
    TIZZA_CHECK(file.is_symlink ? files.make_symlink(file.bytes, path)
                                : files.write_new_file(path, file.bytes, file.mode));
  }
  return {};
}

Result<bool> make_repository(Git& git, const std::string& folder, const Project& project,
                             const std::string& message) {
  const std::vector<std::vector<std::string>> commands = {
      {"init", "--quiet", "--initial-branch", kFirstBranch},
      {"add", "--all", "--verbose"},
      {"commit", "--quiet", "--message", message},
  };
  size_t added = 0;
  for (const auto& arguments : commands) {
    GitRequest request;
    request.directory = folder;
    request.arguments = arguments;
    TIZZA_TRY(const GitOutcome outcome, git.run(request));
    if (outcome.exit_code != 0) {
      return git_failure(outcome, "git " + arguments.front(), "make the project with --no-git");
    }
    added = std::max(added, split_lines(outcome.output).size());  // `add 'PATH'`
  }
  return added == project.size();
}

}  // namespace tizza::scaffold
