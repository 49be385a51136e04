#pragma once
#include <chrono>

namespace tizza {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::system_clock::time_point now() const = 0;
  /// Monotonic: for durations and deadlines.
  virtual std::chrono::steady_clock::time_point steady() const = 0;
  /// Returns early where a signal asks to stop.
  virtual void sleep(std::chrono::milliseconds duration) = 0;
};

}  // namespace tizza
