#pragma once
#include <vector>

#include "ports/clock.hpp"

namespace tizza::testing {

/// Stands still at 2026-03-02 09:00:00 UTC, a Monday, until it is moved. Sleeping moves it.
class FakeClock final : public Clock {
 public:
  static constexpr std::chrono::sys_seconds kStart{
      std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{9}};

  void advance(std::chrono::milliseconds duration) { elapsed_ += duration; }
  const std::vector<std::chrono::milliseconds>& sleeps() const { return sleeps_; }

  std::chrono::system_clock::time_point now() const override { return kStart + elapsed_; }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point{elapsed_};
  }
  void sleep(std::chrono::milliseconds duration) override {
    sleeps_.push_back(duration);
    advance(duration);
  }

 private:
  std::chrono::milliseconds elapsed_{0};
  std::vector<std::chrono::milliseconds> sleeps_;
};

}  // namespace tizza::testing
