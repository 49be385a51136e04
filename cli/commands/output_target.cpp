#include "commands/output_target.hpp"

namespace tizza::commands {

Status check_target(const std::string& path, const std::vector<std::string>& read,
                    const FileReader& files) {
  const auto real = files.real_path(path);
  if (!real.ok()) return {};  // it does not exist yet
  for (const std::string& one : read) {
    const auto other = files.real_path(one);
    if (other.ok() && *other == *real) {
      return file_failure("usage", path, "`" + path + "` was read and would be overwritten",
                          "give `-o` another file");
    }
  }
  return {};
}

}  // namespace tizza::commands
