#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/natural.hpp"
#include "base/result.hpp"
#include "base/semver.hpp"

/// Versions that say when they were made, with the words of calver.org for the parts.
namespace tizza::release {

/// The day on which a version is made, UTC.
using Day = std::chrono::year_month_day;

class CalverPattern {
 public:
  /// `YYYY.0M.MICRO`: YYYY, YY, 0Y, MM, 0M, WW, 0W, DD and 0D are the day's, MAJOR, MINOR and MICRO
  /// are counted; `.`, `-` and `_` stand between. Errors (rule `config`) point into the pattern.
  static Result<CalverPattern> read(const Location& at);

  /// The numbers of a text that the pattern describes; none for another one.
  std::optional<std::vector<Natural>> numbers(std::string_view text) const;

  std::string text(const std::vector<Natural>& numbers) const;

  /// The first version of this day: every counter is 0.
  std::vector<Natural> first(const Day& today) const;

  /// The version behind `last`. What the day changes sets the counters behind it to 0; else the
  /// counter for `part` goes on, or the last one where `part` is none. Errors (rule `version`): the
  /// day is before that of `last`, or nothing is left that could count.
  Result<std::vector<Natural>> next(const std::vector<Natural>& last,
                                    std::optional<VersionPart> part, const Day& today) const;

 private:
  struct Part {
    std::string_view word;  ///< Empty for what stands between.
    char between = 0;
  };

  Status add(const Location& at, std::string_view pattern, size_t& offset);
  std::vector<std::string_view> words() const;

  std::vector<Part> parts_;
};

}  // namespace tizza::release
