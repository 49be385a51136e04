#include "platform/descriptor.hpp"

#include <cerrno>

namespace tizza::platform {

int Descriptor::close() {
  const int number = std::exchange(number_, -1);
  // On Linux the descriptor is gone even after EINTR: closing again could hit another file.
  return number >= 0 && ::close(number) != 0 && errno != EINTR ? errno : 0;
}

StandardStreams::StandardStreams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    // Takes the number of the stream, the lowest that is free.
    [[maybe_unused]] const int opened =
        ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
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
