#include "scaffold/combinations.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tizza::scaffold {
namespace {

/// Option `b` of question `second` beside option `a` of question `first`.
using Pair = std::tuple<size_t, size_t, size_t, size_t>;

/// How many combinations there are, but no more than `limit` + 1.
size_t product(const std::vector<size_t>& counts, size_t limit) {
  size_t all = 1;
  for (const size_t count : counts) {
    all *= std::max<size_t>(count, 1);
    if (all > limit) return limit + 1;
  }
  return all;
}

std::vector<Combination> every_combination(const std::vector<size_t>& counts) {
  std::vector<Combination> rows;
  Combination row(counts.size(), 0);
  for (;;) {
    rows.push_back(row);
    size_t i = counts.size();
    while (i > 0 && row[i - 1] + 1 >= std::max<size_t>(counts[i - 1], 1)) row[--i] = 0;
    if (i == 0) return rows;
    ++row[i - 1];
  }
}

std::set<Pair> all_pairs(const std::vector<size_t>& counts) {
  std::set<Pair> pairs;
  for (size_t i = 0; i < counts.size(); ++i) {
    for (size_t j = i + 1; j < counts.size(); ++j) {
      for (size_t a = 0; a < counts[i]; ++a) {
        for (size_t b = 0; b < counts[j]; ++b) pairs.emplace(i, j, a, b);
      }
    }
  }
  return pairs;
}

/// The pairs of `row` that are still open with question `i` set to `option`; those in front of it
/// are settled.
size_t gain(const std::set<Pair>& open, const Combination& row, size_t i, size_t option) {
  size_t count = 0;
  for (size_t j = 0; j < i; ++j) count += open.count({j, i, row[j], option});
  return count;
}

void close(std::set<Pair>& open, const Combination& row) {
  for (size_t i = 0; i < row.size(); ++i) {
    for (size_t j = i + 1; j < row.size(); ++j) open.erase({i, j, row[i], row[j]});
  }
}

/// A row that holds the first open pair and, option by option, as many more as it can.
Combination greedy_row(const std::set<Pair>& open, const std::vector<size_t>& counts) {
  const auto [first, second, a, b] = *open.begin();
  Combination row(counts.size(), 0);
  for (size_t i = 0; i < counts.size(); ++i) {
    if (i == first || i == second) {
      row[i] = i == first ? a : b;
      continue;
    }
    size_t best = 0;
    for (size_t option = 0; option < counts[i]; ++option) {
      const size_t now = gain(open, row, i, option);
      if (now <= best) continue;
      best = now;
      row[i] = option;
    }
  }
  return row;
}

}  // namespace

std::vector<Combination> covering_combinations(const std::vector<size_t>& counts, size_t most) {
  if (product(counts, most) <= most) return every_combination(counts);
  std::vector<Combination> rows = {Combination(counts.size(), 0)};
  std::set<Pair> open = all_pairs(counts);
  close(open, rows.front());
  while (!open.empty()) {
    rows.push_back(greedy_row(open, counts));
    close(open, rows.back());
  }
  // A single question has no pairs.
  for (size_t i = 0; i < counts.size(); ++i) {
    for (size_t option = 1; option < counts[i]; ++option) {
      const bool is_tried = std::any_of(rows.begin(), rows.end(),
                                        [&](const Combination& row) { return row[i] == option; });
      if (is_tried) continue;
      rows.emplace_back(counts.size(), 0);
      rows.back()[i] = option;
    }
  }
  return rows;
}

}  // namespace tizza::scaffold
