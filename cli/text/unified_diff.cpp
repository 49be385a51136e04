#include "text/unified_diff.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/core.h>

namespace tizza {
namespace {

constexpr size_t kContext = 3;
// Above this many pairs of lines the changed part is shown as one block, removed and added whole.
constexpr size_t kMostPairs = 4'000'000;

using Lines = std::vector<std::string_view>;

/// A line of the script that turns one text into the other: kept, removed or added.
struct Step {
  char mark = ' ';
  std::string_view line;
};

/// Lines with their ends, so that a last line without one differs from one with.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// The steps for two lists that differ at both ends, by their longest common subsequence.
void compare(std::span<const std::string_view> a, std::span<const std::string_view> b,
             std::vector<Step>& steps) {
  const size_t width = b.size() + 1;
  const bool is_small = (a.size() + 1) * width <= kMostPairs;
  std::vector<uint32_t> common(is_small ? (a.size() + 1) * width : 0, 0);
  if (is_small) {
    for (size_t i = a.size(); i-- > 0;) {
      for (size_t j = b.size(); j-- > 0;) {
        common[i * width + j] =
            a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1
                         : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
      }
    }
  }
  size_t i = 0;
  size_t j = 0;
  while (i < a.size() || j < b.size()) {
    const bool both = i < a.size() && j < b.size();
    if (both && is_small && a[i] == b[j]) {
      steps.push_back({' ', a[i++]});
      ++j;
    } else if (j == b.size() ||
               (both && (!is_small || common[(i + 1) * width + j] >= common[i * width + j + 1]))) {
      steps.push_back({'-', a[i++]});
    } else {
      steps.push_back({'+', b[j++]});
    }
  }
}

std::vector<Step> script(const Lines& before, const Lines& after) {
  const size_t shorter = std::min(before.size(), after.size());
  size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  size_t tail = 0;
  while (tail < shorter - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  std::vector<Step> steps;
  for (size_t i = 0; i < head; ++i) steps.push_back({' ', before[i]});
  compare(std::span(before).subspan(head, before.size() - head - tail),
          std::span(after).subspan(head, after.size() - head - tail), steps);
  for (size_t i = before.size() - tail; i < before.size(); ++i) steps.push_back({' ', before[i]});
  return steps;
}

std::string range(size_t first, size_t count) {
  if (count == 1) return std::to_string(first + 1);
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

/// Prints hunks of the script: changes that are at most twice the context apart share one.
class HunkPrinter {
 public:
  explicit HunkPrinter(const std::vector<Step>& steps) : steps_(steps) {}

  std::string print() {
    for (size_t at = next_change(0); at < steps_.size();) {
      size_t last = at;
      for (size_t next = at; next < steps_.size() && next <= last + 2 * kContext + 1;
           next = next_change(next + 1)) {
        last = next;
      }
      const size_t begin = std::max(at, kContext) - kContext;
      const size_t end = std::min(last + 1 + kContext, steps_.size());
      print_hunk(std::max(begin, printed_), end);
      at = next_change(end);
    }
    return std::move(out_);
  }

 private:
  size_t next_change(size_t at) const {
    while (at < steps_.size() && steps_[at].mark == ' ') ++at;
    return at;
  }

  size_t count(size_t begin, size_t end, char other) const {
    return static_cast<size_t>(std::count_if(
        steps_.begin() + static_cast<long>(begin), steps_.begin() + static_cast<long>(end),
        [other](const Step& step) { return step.mark == ' ' || step.mark == other; }));
  }

  void print_hunk(size_t begin, size_t end) {
    before_ += count(printed_, begin, '-');
    after_ += count(printed_, begin, '+');
    const size_t removed = count(begin, end, '-');
    const size_t added = count(begin, end, '+');
    out_ += fmt::format("@@ -{} +{} @@\n", range(before_, removed), range(after_, added));
    for (size_t i = begin; i < end; ++i) {
      out_ += steps_[i].mark;
      out_ += steps_[i].line;
      if (!steps_[i].line.ends_with('\n')) out_ += "\n\\ No newline at end of file\n";
    }
    before_ += removed;
    after_ += added;
    printed_ = end;
  }

  const std::vector<Step>& steps_;
  size_t printed_ = 0;  // steps that lie behind
  size_t before_ = 0;   // lines of the old text among them
  size_t after_ = 0;
  std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Step> steps = script(lines_of(before), lines_of(after));
  const std::string from = before.empty() ? "/dev/null" : fmt::format("a/{}", path);
  return fmt::format("--- {}\n+++ b/{}\n", from, path) + HunkPrinter(steps).print();
}

}  // namespace tizza
