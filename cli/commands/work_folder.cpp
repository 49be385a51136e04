#include "commands/work_folder.hpp"

#include "base/folders.hpp"
#include "base/paths.hpp"

namespace tizza::commands {

Result<WorkFolder> WorkFolder::make(const std::string& name, Context& context) {
  const std::string cache = cache_folder(context.environment);
  TIZZA_CHECK(context.files.make_directories(cache));
  TIZZA_TRY(std::string path, context.files.make_temporary_sibling(join_path(cache, name)));
  return WorkFolder(context.files, std::move(path));
}

}  // namespace tizza::commands
