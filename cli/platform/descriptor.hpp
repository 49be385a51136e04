#pragma once
#include <fcntl.h>
#include <unistd.h>

#include <string_view>
#include <utility>

namespace tizza::platform {

/// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }
  /// The errno of close(2), which may be the only report of a failed write; 0 for none.
  int close();

 private:
  int number_ = -1;
};

/// Opens /dev/null for each standard stream that our caller closed. Else the next file that is
/// opened would get its number, and what we print would land in that file. It is opened the wrong
/// way round, so that nothing is printed there as if somebody could see it, and nothing read as if
/// somebody had given it. To be made first of all.
struct StandardStreams {
  StandardStreams();
};

/// Writes all of it; the errno of the first failure, or 0.
int write_all(int descriptor, std::string_view bytes);

}  // namespace tizza::platform
