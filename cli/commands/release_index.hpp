#pragma once
#include <string>
#include <vector>

#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "release/index/index.hpp"
#include "text/value.hpp"

/// What the commands share that work on a package index.
namespace tizza::commands {

/// `--index`: the flag, or `release.index` of the configuration.
FlagSpec index_flag();

/// The folder of the index, which need not be there yet; `file:///srv` is `/srv`. An error (rule
/// `usage`) where nobody names one, or where it is an address or no folder: before anything else is
/// done.
Result<std::string> index_folder(const Arguments& arguments, const FileReader& files);

/// The path from the top, for those who work from elsewhere later.
std::string absolute_path(const std::string& path, const Context& context);

/// `--dist`: where built packages lie, in the package's folder.
FlagSpec dist_flag();
std::string dist_folder(const Arguments& arguments);

/// The files for programs.
Value indexed_files_value(const std::vector<release::IndexedFile>& files);

}  // namespace tizza::commands
