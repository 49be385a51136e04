#include "playbook/duration.hpp"

#include <array>
#include <charconv>

namespace tizza::playbook {
namespace {

using std::chrono::milliseconds;

struct Unit {
  std::string_view name;
  int64_t milliseconds;
};

constexpr std::array<Unit, 5> kUnits = {
    {{"d", 86'400'000}, {"h", 3'600'000}, {"ms", 1}, {"m", 60'000}, {"s", 1'000}}};
constexpr int64_t kLongest = 366ll * 86'400'000;

}  // namespace

std::optional<milliseconds> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int64_t total = 0;
  while (!text.empty()) {
    int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0) return std::nullopt;
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    int64_t unit = 0;
    for (const Unit& known : kUnits) {
      if (!text.starts_with(known.name)) continue;
      unit = known.milliseconds;
      text.remove_prefix(known.name.size());
      break;
    }
    if (unit == 0 || number > kLongest / unit) return std::nullopt;
    total += number * unit;
    if (total > kLongest) return std::nullopt;
  }
  return milliseconds(total);
}

std::string duration_text(milliseconds duration) {
  int64_t left = duration.count();
  std::string text;
  for (const std::string_view name : {"d", "h", "m", "s", "ms"}) {
    for (const Unit& unit : kUnits) {
      if (unit.name != name || left < unit.milliseconds) continue;
      text += std::to_string(left / unit.milliseconds).append(unit.name);
      left %= unit.milliseconds;
    }
  }
  return text.empty() ? "0s" : text;
}

}  // namespace tizza::playbook
