#include "platform/file_error.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <cstring>

#include "base/source.hpp"

namespace tizza::platform {
namespace {

std::string_view help_for(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return "free some space and run the command again: nothing was changed";
    case EROFS:
      return "choose a folder that can be written to";
    case ESPIPE:
      return "put a regular file in its place";
    default:
      return {};
  }
}

}  // namespace

std::string error_words(int error_number) {
  switch (error_number) {
    case ENOENT:
      return "no such file";
    case EISDIR:
      return "is a folder";
    case ENOTDIR:
      return "is not a folder or is not in one";
    case EACCES:
    case EPERM:
      return "permission denied";
    case ENOSPC:
      return "no space left on device";
    case EDQUOT:
      return "disk quota is used up";
    case EEXIST:
      return "exists already";
    case ENOTEMPTY:
      return "folder is not empty";
    case EROFS:
      return "file system is read-only";
    case ELOOP:
      return "too many symlinks";
    case EFBIG:
      return fmt::format("larger than {} MiB", kMaxInputBytes >> 20);
    case ENAMETOOLONG:
      return "name is too long";
    case EMFILE:
    case ENFILE:
      return "too many open files";
    case ENODEV:
      return "is a device";
    case ESPIPE:
      return "is a pipe";
    case EBADF:
      return "it is closed";
    case ENXIO:
      return "is a socket";
    default: {
      std::string words = std::strerror(error_number);
      if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] += 'a' - 'A';
      return words;
    }
  }
}

Error file_error(std::string_view action, const std::string& path, int error_number) {
  // Writing makes the file itself, so that only a folder can be missing.
  const bool misses_folder = error_number == ENOENT && action != "read" && action != "find";
  const std::string words = misses_folder ? "no such folder" : error_words(error_number);
  return file_failure("file", path, fmt::format("cannot {} `{}`: {}", action, path, words),
                      std::string(help_for(error_number)));
}

}  // namespace tizza::platform
