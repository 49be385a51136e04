#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tizza::expr {

/// What a template can know of the time, by the tag `now`.
struct TemplateClock {
  int64_t now = 0;  ///< Seconds since 1970 in UTC.
  /// How many seconds a time zone (`Europe/Budapest`, `local`) is ahead of UTC at a time, and what
  /// it is called then; none where there is no such zone. May be null.
  struct Zone {
    int32_t offset = 0;
    std::string name;
  };
  std::function<std::optional<Zone>(const std::string& zone, int64_t at)> zone_at;
};

/// What `{% now zone, format %}` prints, shifted by `shift`: `days=2,hours=1`, each times `sign`.
/// Fails for zones, units and formats that do not exist.
std::string now_text(const TemplateClock& clock, const std::string& zone, std::string_view shift,
                     int sign, const std::string& format);

}  // namespace tizza::expr
