#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tizza::testing {

/// What a fake answers, by pattern; a `*` at the end of a pattern stands for anything. The newest
/// pattern that fits counts. Replies of one pattern are given in turn and the last one stays.
template <typename Request, typename Reply>
class Script {
 public:
  using Answer = std::function<Reply(const Request&)>;

  void add(std::string pattern, Answer answer) {
    for (Entry& entry : entries_) {
      if (entry.pattern == pattern) return entry.answers.push_back(std::move(answer));
    }
    entries_.push_back({std::move(pattern), {std::move(answer)}});
  }

  /// None where no pattern fits.
  const Answer* next(std::string_view key) {
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
      if (!fits(entry->pattern, key)) continue;
      const size_t turn = std::min(entry->used++, entry->answers.size() - 1);
      return &entry->answers[turn];
    }
    return nullptr;
  }

 private:
  struct Entry {
    std::string pattern;
    std::vector<Answer> answers;
    size_t used = 0;
  };

  static bool fits(std::string_view pattern, std::string_view key) {
    if (pattern.ends_with('*')) return key.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == key;
  }

  std::vector<Entry> entries_;
};

}  // namespace tizza::testing
