#include "release/calver.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tizza::release {
namespace {

/// A part of a version. `width` digits at least; zeros fill them where `is_filled`.
struct Word {
  std::string_view name;
  size_t width;
  bool is_filled;
};

// A word stands before those that it starts with.
constexpr std::array<Word, 12> kWords = {{
    {"YYYY", 4, true},
    {"YY", 1, false},
    {"0Y", 2, true},
    {"MAJOR", 1, false},
    {"MINOR", 1, false},
    {"MICRO", 1, false},
    {"MM", 1, false},
    {"0M", 2, true},
    {"WW", 1, false},
    {"0W", 2, true},
    {"DD", 1, false},
    {"0D", 2, true},
}};

const Word* word_at(std::string_view text) {
  const auto found = std::find_if(kWords.begin(), kWords.end(),
                                  [&](const Word& word) { return text.starts_with(word.name); });
  return found == kWords.end() ? nullptr : found;
}

bool is_counter(std::string_view word) {
  return word == "MAJOR" || word == "MINOR" || word == "MICRO";
}

std::string_view counter_of(VersionPart part) {
  constexpr std::string_view kCounters[] = {"MAJOR", "MINOR", "MICRO"};
  return kCounters[static_cast<size_t>(part)];
}

/// What the day says for a word; weeks are counted in sevens from the first of January.
uint64_t number_of(std::string_view word, const Day& day) {
  using std::chrono::sys_days;
  const auto year = static_cast<uint64_t>(static_cast<int>(day.year()));
  if (word == "YYYY") return year;
  if (word == "YY" || word == "0Y") return year - 2000;
  if (word == "MM" || word == "0M") return static_cast<unsigned>(day.month());
  if (word == "DD" || word == "0D") return static_cast<unsigned>(day.day());
  const auto first = sys_days(day.year() / 1 / 1);
  return static_cast<uint64_t>((sys_days(day) - first).count()) / 7 + 1;
}

std::string filled(const Natural& number, const Word& word) {
  const std::string& digits = number.text();
  const bool is_short = word.is_filled && digits.size() < word.width;
  return is_short ? std::string(word.width - digits.size(), '0') + digits : digits;
}

}  // namespace

Status CalverPattern::add(const Location& at, std::string_view pattern, size_t& offset) {
  const auto place = [&](size_t length) {
    const auto begin = static_cast<uint32_t>(at.span.begin + offset);
    return Location{at.source, {begin, begin + static_cast<uint32_t>(length)}};
  };
  const char c = pattern[offset];
  if (c == '.' || c == '-' || c == '_') {
    parts_.push_back({{}, c});
    ++offset;
    return {};
  }
  const Word* word = word_at(pattern.substr(offset));
  if (word == nullptr) {
    return failure_at(place(1), "config",
                      fmt::format("`{}` is no part of a calendar version", pattern.substr(offset)),
                      "write a pattern such as `YYYY.0M.MICRO`");
  }
  const bool follows_open_end =
      !parts_.empty() && !parts_.back().word.empty() && !word_at(parts_.back().word)->is_filled;
  if (follows_open_end) {
    return failure_at(place(word->name.size()), "config",
                      fmt::format("nothing stands between `{}` and `{}`, which has no fixed width",
                                  word->name, parts_.back().word),
                      "put a `.` between them");
  }
  parts_.push_back({word->name});
  offset += word->name.size();
  return {};
}

Result<CalverPattern> CalverPattern::read(const Location& at) {
  CalverPattern pattern;
  const std::string_view text = at.source->slice(at.span);
  for (size_t offset = 0; offset < text.size();) TIZZA_CHECK(pattern.add(at, text, offset));
  const auto words = pattern.words();
  const bool has_day = std::any_of(words.begin(), words.end(),
                                   [](std::string_view word) { return !is_counter(word); });
  if (has_day) return pattern;
  return failure_at(at, "config", fmt::format("`{}` says nothing of the day", text),
                    "write a pattern such as `YYYY.0M.MICRO`");
}

std::vector<std::string_view> CalverPattern::words() const {
  std::vector<std::string_view> words;
  for (const Part& part : parts_) {
    if (!part.word.empty()) words.push_back(part.word);
  }
  return words;
}

std::optional<std::vector<Natural>> CalverPattern::numbers(std::string_view text) const {
  std::vector<Natural> numbers;
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].word.empty()) {
      if (!text.starts_with(parts_[i].between)) return std::nullopt;
      text.remove_prefix(1);
      continue;
    }
    const Word& word = *word_at(parts_[i].word);
    const bool touches_next = i + 1 < parts_.size() && !parts_[i + 1].word.empty();
    const size_t all = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto digits = text.substr(0, touches_next ? std::min(all, word.width) : all);
    if (digits.empty()) return std::nullopt;
    numbers.push_back(Natural::from_digits(digits));
    if (filled(numbers.back(), word) != digits) return std::nullopt;
    text.remove_prefix(digits.size());
  }
  if (!text.empty()) return std::nullopt;
  return numbers;
}

std::string CalverPattern::text(const std::vector<Natural>& numbers) const {
  std::string text;
  size_t next = 0;
  for (const Part& part : parts_) {
    if (part.word.empty()) {
      text += part.between;
    } else {
      text += filled(numbers[next++], *word_at(part.word));
    }
  }
  return text;
}

std::vector<Natural> CalverPattern::first(const Day& today) const {
  std::vector<Natural> numbers;
  for (const auto word : words()) {
    numbers.emplace_back(is_counter(word) ? 0 : number_of(word, today));
  }
  return numbers;
}

Result<std::vector<Natural>> CalverPattern::next(const std::vector<Natural>& last,
                                                 std::optional<VersionPart> part,
                                                 const Day& today) const {
  const auto all = words();
  auto numbers = first(today);
  std::optional<size_t> counting;  // the counter that goes on where the day is the same
  for (size_t i = 0; i < all.size(); ++i) {
    if (is_counter(all[i]) && (!part || all[i] == counter_of(*part))) counting = i;
  }
  if (part && !counting) {
    return failure("version", fmt::format("the pattern has no `{}`", counter_of(*part)),
                   "leave `--bump` out: the day decides");
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (is_counter(all[i])) {
      numbers[i] = i == counting ? last[i].next() : last[i];
      if (i == counting) return numbers;
    } else if (numbers[i] < last[i]) {
      return failure("version", fmt::format("today is before the day of `{}`", text(last)),
                     "check the clock of this machine");
    } else if (numbers[i] > last[i]) {
      return numbers;
    }
  }
  return failure("version", fmt::format("`{}` is the version of today already", text(last)),
                 "add `.MICRO` to `release.calver`");
}

}  // namespace tizza::release
