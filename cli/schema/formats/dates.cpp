#include "schema/formats/characters.hpp"
#include "schema/formats/texts.hpp"

namespace tizza::schema {
namespace {

int days_of(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && is_leap ? 29 : kDays[month - 1];
}

bool take_date(std::string_view& text) {
  const int year = take_number(text, 4);
  if (year < 0 || !take(text, '-')) return false;
  const int month = take_number(text, 2);
  if (month < 1 || month > 12 || !take(text, '-')) return false;
  const int day = take_number(text, 2);
  return day >= 1 && day <= days_of(year, month);
}

/// The offset from UTC in minutes; false where there is none.
bool take_offset(std::string_view& text, int& minutes) {
  minutes = 0;
  if (take(text, 'Z') || take(text, 'z')) return true;
  const bool is_behind = text.starts_with('-');
  if (!take(text, '+') && !take(text, '-')) return false;
  const int hour = take_number(text, 2);
  if (hour < 0 || hour > 23 || !take(text, ':')) return false;
  const int minute = take_number(text, 2);
  if (minute < 0 || minute > 59) return false;
  minutes = (hour * 60 + minute) * (is_behind ? -1 : 1);
  return true;
}

/// Takes amounts of `units`, each behind the last without one left out: `1Y2M`, but not `1Y3D`.
/// False where an amount has no such unit.
bool take_amounts(std::string_view& text, std::string_view units) {
  for (bool is_first = true; !text.empty() && is_digit(text[0]); is_first = false) {
    take_while(text, is_digit);
    const size_t unit = text.empty() ? std::string_view::npos : units.find(text[0]);
    if (unit == std::string_view::npos || (unit > 0 && !is_first)) return false;
    units.remove_prefix(unit + 1);
    text.remove_prefix(1);
  }
  return true;
}

}  // namespace

bool is_date(std::string_view text) {
  return take_date(text) && text.empty();
}

bool is_time(std::string_view text) {
  const int hour = take_number(text, 2);
  if (hour < 0 || hour > 23 || !take(text, ':')) return false;
  const int minute = take_number(text, 2);
  if (minute < 0 || minute > 59 || !take(text, ':')) return false;
  const int second = take_number(text, 2);
  if (second < 0 || second > 60) return false;
  if (take(text, '.') && take_while(text, is_digit).empty()) return false;
  int offset = 0;
  if (!take_offset(text, offset) || !text.empty()) return false;
  if (second < 60) return true;
  // A leap second is the last one of a day in UTC.
  constexpr int kDay = 24 * 60;
  return (hour * 60 + minute - offset + 2 * kDay) % kDay == kDay - 1;
}

bool is_date_time(std::string_view text) {
  return take_date(text) && (take(text, 'T') || take(text, 't')) && is_time(text);
}

bool is_duration(std::string_view text) {
  if (!take(text, 'P') || text.empty()) return false;
  std::string_view weeks = text;
  if (take_amounts(weeks, "W") && weeks.empty()) return true;
  if (!take_amounts(text, "YMD")) return false;
  if (text.empty()) return true;
  return take(text, 'T') && !text.empty() && take_amounts(text, "HMS") && text.empty();
}

}  // namespace tizza::schema
