#include "commands/release_index.hpp"

#include "base/paths.hpp"

namespace tizza::commands {

FlagSpec index_flag() {
  return {.name = "index",
          .arity = FlagArity::kOne,
          .value_name = "<dir>",
          .summary = "folder of the package index",
          .env = "TIZZA_RELEASE_INDEX",
          .config_key = "release.index",
          .completer = Completer::kFolders};
}

FlagSpec dist_flag() {
  return {.name = "dist",
          .arity = FlagArity::kOne,
          .value_name = "<dir>",
          .summary = "folder of built packages, in the package's",
          .default_value = "dist",
          .config_key = "release.dist",
          .completer = Completer::kFolders};
}

std::string dist_folder(const Arguments& arguments) {
  return arguments.get("dist");
}

Result<std::string> index_folder(const Arguments& arguments, const FileReader& files) {
  constexpr std::string_view kFile = "file://";
  std::string folder = arguments.get("index");
  if (folder.starts_with(kFile)) folder.erase(0, kFile.size());
  if (folder.empty()) {
    return failure("usage", "no package index is named",
                   "give `--index DIR`, or run `tizza config set release.index DIR`");
  }
  if (folder.find("://") != std::string::npos) {
    return failure("usage", "`" + folder + "` is an address, and a package index is a folder",
                   "name the folder that the web server shows");
  }
  std::string there = folder;
  while (!there.empty() && !files.exists(there)) there = parent_path(there);
  if (there.empty() || files.is_directory(there)) return folder;
  return failure("usage",
                 "the package index cannot be in `" + folder + "`: `" + there + "` is no folder",
                 "name a folder");
}

std::string absolute_path(const std::string& path, const Context& context) {
  return normal_path(join_path(context.environment.working_directory(), path));
}

Value indexed_files_value(const std::vector<release::IndexedFile>& files) {
  Value::List list;
  for (const release::IndexedFile& file : files) {
    Value value;
    value.set("file", file.file).set("changed", file.is_new);
    list.push_back(std::move(value));
  }
  return Value(std::move(list));
}

}  // namespace tizza::commands
