#include "support/line_diff.hpp"

#include <algorithm>
#include <vector>

#include "base/strings.hpp"

namespace tizza::testing {

std::string line_diff(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const auto a = split(expected, '\n');
  const auto b = split(actual, '\n');
  // The length of the longest common subsequence of each pair of tails.
  std::vector<std::vector<size_t>> common(a.size() + 1, std::vector<size_t>(b.size() + 1, 0));
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t j = b.size(); j-- > 0;) {
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::string diff;
  const auto add = [&](char mark, std::string_view line) {
    diff += mark;
    diff.append(line).append("\n");
  };
  size_t i = 0;
  size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      add(' ', a[i]);
      ++i, ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      add('-', a[i++]);
    } else {
      add('+', b[j++]);
    }
  }
  return diff;
}

}  // namespace tizza::testing
