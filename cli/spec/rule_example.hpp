#pragma once
#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace tizza::spec {

/// A part of a line, counted in bytes from 0; the end is exclusive.
struct Mark {
  size_t line = 0;
  size_t begin = 0;
  size_t end = 0;

  auto operator<=>(const Mark&) const = default;
};

/// An example of a rule as its record (rule.hpp) shows it: a part of a description, and what the
/// rule points at in it.
struct RuleExample {
  std::string text;
  std::vector<Mark> marks;
};

/// Reads the example of a record: lines of carets mark what stands above them.
RuleExample read_example(std::string_view example);

}  // namespace tizza::spec
