#include "platform/posix_paths.hpp"

#include <fmt/core.h>
#include <sys/random.h>

#include <cerrno>
#include <cstdint>

namespace tizza::platform {
namespace {

std::string without_end_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

std::string parent_of(const std::string& path) {
  const std::string plain = without_end_slashes(path);
  const size_t slash = plain.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : plain.substr(0, slash);
}

std::string name_of(const std::string& path) {
  const std::string plain = without_end_slashes(path);
  return plain.substr(plain.rfind('/') + 1);
}

std::string hidden_sibling(const std::string& path) {
  uint64_t number = 0;
  while (getrandom(&number, sizeof number, 0) != sizeof number) continue;
  // Names end at 255 bytes: a long one is cut so that the addition still fits.
  const std::string folder = parent_of(path);
  return fmt::format("{}.{}.tizza-{:016x}", folder == "." ? "" : folder + "/",
                     name_of(path).substr(0, 200), number);
}

int sync_parent(const std::string& path) {
  const Descriptor folder = open_file(parent_of(path), O_RDONLY | O_DIRECTORY);
  return folder && fsync(folder.get()) == 0 ? 0 : errno;
}

Descriptor open_file(const std::string& path, int flags, unsigned mode) {
  while (true) {
    Descriptor file(::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, mode));
    if (file || errno != EINTR) return file;
  }
}

}  // namespace tizza::platform
