#include "platform/descriptor.hpp"

#include <cerrno>

namespace tizza::platform {

int Descriptor::close() {
  const int number = std::exchange(number_, -1);
  // On Linux the descriptor is gone even after EINTR: closing again could hit another file.
  return number >= 0 && ::close(number) != 0 && errno != EINTR ? errno : 0;
}

StandardStreams::StandardStreams() {
  int opened = 0;
  while (opened >= 0 && opened <= STDERR_FILENO) opened = ::open("/dev/null", O_RDONLY);
  if (opened >= 0) ::close(opened);
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace tizza::platform
