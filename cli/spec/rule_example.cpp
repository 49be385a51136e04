#include "spec/rule_example.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tizza::spec {
namespace {

/// One mark for each run of carets in a line that holds nothing else.
std::vector<Mark> marks_in(std::string_view line, size_t above) {
  std::vector<Mark> marks;
  if (line.find_first_not_of(" ^") != std::string_view::npos) return marks;
  for (size_t begin = line.find('^'); begin != std::string_view::npos;) {
    const size_t end = std::min(line.find(' ', begin), line.size());
    marks.push_back({above, begin, end});
    begin = line.find('^', end);
  }
  return marks;
}

}  // namespace

RuleExample read_example(std::string_view example) {
  RuleExample read;
  size_t lines = 0;
  for (const std::string_view line : split_lines(example)) {
    const auto marks = marks_in(line, lines - 1);
    if (lines > 0 && !marks.empty()) {
      read.marks.insert(read.marks.end(), marks.begin(), marks.end());
    } else {
      read.text.append(line).append("\n");
      ++lines;
    }
  }
  return read;
}

}  // namespace tizza::spec
