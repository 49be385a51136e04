#pragma once
#include "platform/posix_interrupts.hpp"
#include "ports/clock.hpp"

namespace tizza::platform {

class SystemClock final : public Clock {
 public:
  explicit SystemClock(const PosixInterrupts& interrupts) : interrupts_(interrupts) {}

  std::chrono::system_clock::time_point now() const override {
    return std::chrono::system_clock::now();
  }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::now();
  }
  void sleep(std::chrono::milliseconds duration) override;

 private:
  const PosixInterrupts& interrupts_;
};

}  // namespace tizza::platform
