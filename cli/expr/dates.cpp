#include "expr/dates.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <ctime>
#include <utility>

#include "base/strings.hpp"
#include "expr/failure.hpp"
#include "expr/numbers.hpp"

namespace tizza::expr {
namespace {

constexpr int64_t kMinute = 60, kHour = 3600, kDay = 86400;

std::chrono::sys_days day_of(int64_t local) {
  return std::chrono::sys_days(std::chrono::floor<std::chrono::days>(std::chrono::seconds(local)));
}

int64_t seconds_of(std::chrono::sys_days day) {
  return std::chrono::duration_cast<std::chrono::seconds>(day.time_since_epoch()).count();
}

/// `+01:00`, `-0530` or `02`; none for what is no offset.
std::optional<TemplateClock::Zone> fixed_zone(std::string_view text) {
  const int sign = text.starts_with('-') ? -1 : 1;
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  std::string digits = replace_all(text, ":", "");
  const bool is_offset = (digits.size() == 2 || digits.size() == 4) &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  if (!is_offset) return std::nullopt;
  digits.resize(4, '0');
  const int hours = std::stoi(digits.substr(0, 2)), minutes = std::stoi(digits.substr(2));
  return TemplateClock::Zone{static_cast<int32_t>(sign * (hours * kHour + minutes * kMinute)), {}};
}

TemplateClock::Zone zone_of(const TemplateClock& clock, const std::string& name, int64_t at) {
  if (to_lower(name) == "utc") return {0, "UTC"};
  if (const auto fixed = fixed_zone(name)) return *fixed;
  if (clock.zone_at) {
    if (auto zone = clock.zone_at(name, at)) return *std::move(zone);
  }
  throw Failure("there is no time zone `" + name + "`", "for example `utc` or `Europe/Budapest`");
}

// A day that the month does not have is its last.
int64_t add_months(int64_t local, int64_t months) {
  using namespace std::chrono;
  constexpr int64_t kMostMonths = 12 * 8000;
  if (std::abs(months) > kMostMonths) throw Failure("a date so far away cannot be written");
  const auto day = day_of(local);
  const year_month_day date(day);
  const auto month = year_month(date.year(), date.month()) + std::chrono::months(months);
  year_month_day moved(month.year(), month.month(), date.day());
  if (!moved.ok()) moved = year_month_day_last(month.year(), month_day_last(month.month()));
  return seconds_of(sys_days(moved)) + (local - seconds_of(day));
}

int64_t shifted(int64_t local, const std::string& unit, double amount) {
  constexpr std::array<std::pair<std::string_view, int64_t>, 5> kUnits = {{{"weeks", 7 * kDay},
                                                                           {"days", kDay},
                                                                           {"hours", kHour},
                                                                           {"minutes", kMinute},
                                                                           {"seconds", 1}}};
  constexpr std::array<std::pair<std::string_view, int64_t>, 3> kMonths = {
      {{"years", 12}, {"quarters", 3}, {"months", 1}}};
  for (const auto& [name, months] : kMonths) {
    if (name != unit) continue;
    if (amount != std::floor(amount)) throw Failure("only whole " + unit + " can be added");
    return add_months(local, static_cast<int64_t>(std::clamp(amount, -1e6, 1e6)) * months);
  }
  constexpr double kMostSeconds = 2e11;
  for (const auto& [name, seconds] : kUnits) {
    if (name != unit) continue;
    const double added = amount * static_cast<double>(seconds);
    if (!(std::fabs(added) < kMostSeconds)) throw Failure("a date so far away cannot be written");
    return local + static_cast<int64_t>(std::llround(added));
  }
  throw Failure("`" + unit + "` is no unit of time", "for example `days=2,hours=1`");
}

int64_t shifted_by(int64_t local, std::string_view shift, int sign) {
  // Calendar units come first, whatever their order is.
  for (const bool is_calendar : {true, false}) {
    for (const auto part : split(shift, ',')) {
      const size_t equals = part.find('=');
      const auto amount =
          equals == std::string_view::npos ? std::nullopt : parse_float(part.substr(equals + 1));
      if (!amount)
        throw Failure("`" + std::string(part) + "` is no span of time",
                      "for example `days=2,hours=1`");
      const std::string unit(trim(part.substr(0, equals)));
      const bool is_of_calendar = unit == "years" || unit == "quarters" || unit == "months";
      if (is_of_calendar == is_calendar) local = shifted(local, unit, sign * *amount);
    }
  }
  return local;
}

std::tm broken_down(int64_t local, const TemplateClock::Zone& zone) {
  using namespace std::chrono;
  const auto day = day_of(local);
  const year_month_day date(day);
  const int64_t rest = local - seconds_of(day);
  std::tm parts = {};
  parts.tm_year = static_cast<int>(date.year()) - 1900;
  parts.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  parts.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  parts.tm_hour = static_cast<int>(rest / kHour);
  parts.tm_min = static_cast<int>(rest % kHour / kMinute);
  parts.tm_sec = static_cast<int>(rest % kMinute);
  parts.tm_wday = static_cast<int>(weekday(day).c_encoding());
  parts.tm_yday = static_cast<int>((day - sys_days(date.year() / January / 1)).count());
  parts.tm_gmtoff = zone.offset;
  parts.tm_zone = zone.name.c_str();
  return parts;
}

/// Whole seconds are what the clock gives, so their fractions are zeros.
std::string with_fractions(std::string_view format) {
  std::string result;
  for (size_t i = 0; i < format.size(); ++i) {
    const bool is_directive = format[i] == '%' && i + 1 < format.size();
    const bool is_fraction = is_directive && format[i + 1] == 'f';
    if (is_fraction) {
      result += "000000";
    } else {
      result += format[i];
      if (is_directive) result += format[i + 1];
    }
    i += is_directive ? 1 : 0;
  }
  return result;
}

}  // namespace

std::string now_text(const TemplateClock& clock, const std::string& zone, std::string_view shift,
                     int sign, const std::string& format) {
  TemplateClock::Zone place = zone_of(clock, zone, clock.now);
  int64_t local = clock.now + place.offset;
  if (!shift.empty()) {
    local = shifted_by(local, shift, sign);
    place = zone_of(clock, zone, local - place.offset);
  }
  if (format.empty()) return {};
  const std::tm parts = broken_down(local, place);
  constexpr size_t kMostBytes = 4096;
  if (format.size() > kMostBytes / 8) throw Failure("the format of the date is too long");
  char text[kMostBytes];
  // The space keeps what comes to nothing apart from what
  // does not fit.
  const std::string spaced = with_fractions(format) + " ";
  const size_t size = std::strftime(text, sizeof text, spaced.c_str(), &parts);
  if (size == 0) throw Failure("the format of the date cannot be written");
  return std::string(text, size - 1);
}

}  // namespace tizza::expr
