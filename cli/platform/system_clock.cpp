#include "platform/system_clock.hpp"

#include <poll.h>

#include <algorithm>
#include <chrono>

namespace tizza::platform {

void SystemClock::sleep(std::chrono::milliseconds duration) {
  const auto until = steady() + duration;
  while (interrupts_.pending() == 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady()).count();
    if (left <= 0) return;
    pollfd signal = {interrupts_.wake_descriptor(), POLLIN, 0};
    poll(&signal, 1, static_cast<int>(std::min<int64_t>(left, 1'000'000)));
  }
}

}  // namespace tizza::platform
